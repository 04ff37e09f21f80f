import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/use-answer.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { grouped } from './summary.tsx';
import { journalTexts } from './texts.ts';

export type JournalRow = AnswerOf<'/api/v1/journal'>['rows'][number];

const FIELDS = ['description', 'counterparty', 'item', 'reason', 'source'] as const;

/** What else the journal knows of an entry, and the ways on from it. */
export function RowDetails({ row }: { readonly row: JournalRow }): ReactNode {
  const t = useTexts(journalTexts);
  const { time } = useDates();
  const { reverses, reversed_by: reversedBy, position } = row;
  return (
    <div className={styles['inside']}>
      <dl className={styles['details']}>
        {FIELDS.map((name) =>
          row[name] === undefined ? null : (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{row[name]}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{t('recorded')}</dt>
          <dd>{time(row.recorded_at)}</dd>
        </div>
      </dl>
      <p className={styles['ways']}>
        <Link to="/e/$position" params={{ position }}>
          {t('open')}
        </Link>
        {reversedBy === undefined ? null : (
          <Link to="/e/$position" params={{ position: reversedBy }}>
            {t('isReversed', { position: grouped(reversedBy) })}
          </Link>
        )}
        {reverses === undefined ? null : (
          <Link to="/e/$position" params={{ position: reverses }}>
            {t('reverses', { position: grouped(reverses) })}
          </Link>
        )}
      </p>
    </div>
  );
}
