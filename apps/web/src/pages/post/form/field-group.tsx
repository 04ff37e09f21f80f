import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import type { FieldShape } from '../catalogue/command-shape.ts';
import styles from '../page.module.css';
import { postTexts } from '../texts.ts';
import { useForm } from './form-context.ts';
import { usualOf } from './layout.ts';
import { More } from './more.tsx';
import { useLabel } from './use-label.ts';
import { countOf, idOf, pathOf, withoutMember } from './values.ts';

interface GroupProps {
  readonly field: FieldShape;
  readonly path: string;
}

/** Fields that belong together. */
export function FieldGroup({ field, path }: GroupProps): ReactNode {
  const { render } = useForm();
  const label = useLabel(path);
  return (
    <fieldset className={styles['group']} id={idOf(path)} tabIndex={-1}>
      <legend>{label}</legend>
      {(field.fields ?? []).map((each) => render(each, pathOf(path, each.name)))}
    </fieldset>
  );
}

/** A list of such groups: lines are added at the end and taken out anywhere. */
export function FieldList({ field, path }: GroupProps): ReactNode {
  const { values, type, replace, errorOf, render } = useForm();
  const t = useTexts(postTexts);
  const label = useLabel(path);
  const count = countOf(values, path);
  const { main, more } = usualOf(field.fields ?? []);
  const error = errorOf(path);
  return (
    <fieldset className={styles['group']} id={idOf(path)} tabIndex={-1}>
      <legend>{label}</legend>
      {error === undefined ? null : <p role="alert">{error}</p>}
      {Array.from({ length: count }, (_, at) => (
        <fieldset key={at} className={styles['group']}>
          <legend>{t('member', { field: label, n: at + 1 })}</legend>
          {main.map((each) => render(each, pathOf(path, at, each.name)))}
          <More fields={more} above={pathOf(path, at)} />
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              replace(withoutMember(values, path, at));
            }}
          >
            {t('removeMember', { field: label, n: at + 1 })}
          </Button>
        </fieldset>
      ))}
      <Button
        variant="default"
        disabled={count >= (field.most ?? 1)}
        onClick={() => {
          type(memberLike(values, path, count));
        }}
      >
        {t('addMember', { field: label })}
      </Button>
    </fieldset>
  );
}

/** A new member begins with the account and the line of the one before it. */
function memberLike(
  values: Readonly<Record<string, string>>,
  path: string,
  count: number,
): Record<string, string> {
  const kept = ['fiscalYear', 'project', 'line.fundSource', 'line.category'].flatMap(
    (name): [string, string][] => {
      const before =
        values[pathOf(path, count - 1, name)] ?? (name === 'fiscalYear' ? values['fiscalYear'] : undefined);
      return before === undefined ? [] : [[pathOf(path, count, name), before]];
    },
  );
  return { ...Object.fromEntries(kept), [pathOf(path, 'length')]: String(count + 1) };
}
