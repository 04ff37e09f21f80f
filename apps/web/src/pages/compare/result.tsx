import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Cells } from './cells.tsx';
import { Identical } from './identical.tsx';
import styles from './page.module.css';
import { Places } from './places.tsx';
import { compareTexts } from './texts.ts';
import { Totals } from './totals.tsx';
import type { Compared } from './use-compared.ts';
import type { Diff } from './use-diff-query.ts';

interface ResultProps {
  readonly diff: Diff;
  readonly compared: Compared;
  /** Of projects, by their codes. */
  readonly names: ReadonlyMap<string, string>;
}

/** What differs, counted first; or the proof that nothing does. */
export function Result({ diff, compared, names }: ResultProps): ReactNode {
  const t = useTexts(compareTexts);
  const { cells = [], totals = [], changes = [] } = diff;
  if (cells.length + totals.length + changes.length === 0) return <Identical diff={diff} />;
  const projects = new Set(cells.map(({ project_code }) => project_code)).size;
  return (
    <>
      <p className={styles['summary']} role="status">
        {diff.changes === undefined
          ? t('changed', { count: cells.length, projects })
          : t('changedPlaces', { count: changes.length })}
      </p>
      {cells.length === 0 ? null : <Cells cells={cells} compared={compared} names={names} />}
      {totals.length === 0 ? null : <Totals totals={totals} compared={compared} />}
      {changes.length === 0 ? null : <Places changes={changes} fiscalYear={compared.fiscalYear} />}
    </>
  );
}
