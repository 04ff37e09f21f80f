import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import type { LifeStage } from './chain.ts';
import styles from './page.module.css';
import { documentTexts } from './texts.ts';

interface LifeLineProps {
  readonly fy: string;
  readonly stages: readonly LifeStage[];
  /** The document that the page is about; the others are links. */
  readonly own?: string;
}

/** The stages of a document from the left to the right, with the days that each took. */
export function LifeLine({ fy, stages, own }: LifeLineProps): ReactNode {
  const t = useTexts(documentTexts);
  const { date } = useDates();
  return (
    <ol className={styles['life']}>
      {stages.map(({ row, daysToNext }) => (
        <li key={`${row.stage} ${row.document}`} className={styles['stage']}>
          <span className={styles['stageName']}>{t(row.stage)}</span>
          {row.document === own ? (
            <strong>{row.document}</strong>
          ) : (
            <Link
              to="/doc/$fy/$project/$document"
              params={{ fy, project: row.project_code, document: row.document }}
            >
              {row.document}
            </Link>
          )}
          <span>{date(row.made_on)}</span>
          {daysToNext === undefined ? null : (
            <span className={styles['days']}>
              <span aria-hidden="true">→ </span>
              {daysToNext === 0 ? t('sameDay') : t('daysLater', { days: daysToNext })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
