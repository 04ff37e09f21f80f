import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { type DocumentRow, lifeLines } from '../document/chain.ts';
import { LifeLine } from '../document/life-line.tsx';
import styles from './page.module.css';
import { projectTexts } from './texts.ts';

const FIRST = 8;

/** The documents of the project as life lines: request, order, acceptance, payment, and the days between. */
export function Lives({
  fy,
  rows,
}: {
  readonly fy: string;
  readonly rows: readonly DocumentRow[] | undefined;
}): ReactNode {
  const t = useTexts(projectTexts);
  const [all, setAll] = useState(false);
  if (rows === undefined) return null;
  const lines = lifeLines(rows);
  return (
    <section aria-labelledby="lives">
      <h2 id="lives">{t('lives')}</h2>
      {lines.length === 0 ? <p>{t('livesNone')}</p> : null}
      <div className={styles['lives']}>
        {(all ? lines : lines.slice(0, FIRST)).map((stages) => (
          <LifeLine
            key={`${stages[0]?.row.stage ?? ''} ${stages[0]?.row.document ?? ''}`}
            fy={fy}
            stages={stages}
          />
        ))}
      </div>
      {all || lines.length <= FIRST ? null : (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('livesMore', { count: lines.length })}
        </Button>
      )}
    </section>
  );
}
