import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import type { FieldShape } from '../catalogue/command-shape.ts';
import styles from '../page.module.css';
import { postTexts } from '../texts.ts';
import { useForm } from './form-context.ts';
import { isBlank, pathOf } from './values.ts';

interface MoreProps {
  readonly fields: readonly FieldShape[];
  /** The way to the group that they belong to; empty for the form itself. */
  readonly above: string;
}

/** What most postings leave out; open where something is typed or wrong in it. */
export function More({ fields, above }: MoreProps): ReactNode {
  const t = useTexts(postTexts);
  const { values, hasFault, render } = useForm();
  if (fields.length === 0) return null;
  const placed = fields.map((field) => ({
    field,
    path: above === '' ? field.name : pathOf(above, field.name),
  }));
  const open = placed.some(({ field, path }) => !isBlank(field, path, values) || hasFault(path));
  return (
    <details className={styles['more']} open={open || undefined}>
      <summary>{t('more')}</summary>
      <div>{placed.map(({ field, path }) => render(field, path))}</div>
    </details>
  );
}
