import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { failureOf } from '../../api/problem.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Figure } from '../../parts/figure.tsx';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { projectTexts } from './texts.ts';

interface EntriesProps {
  readonly fy: string;
  readonly project: string;
}

type Row = AnswerOf<'/api/v1/journal'>['rows'][number];

/** What was recorded last for the project; the journal has all of it. */
export function Entries({ fy, project }: EntriesProps): ReactNode {
  const t = useTexts(projectTexts);
  const { query } = useClocks();
  const mayRead = useSession()?.permissions.includes('read-journal') ?? false;
  const answer = useAnswer(
    '/api/v1/journal',
    { params: { query: { ...query, fiscalYear: Number(fy), project, order: 'newest', limit: '10' } } },
    { enabled: mayRead },
  );
  if (!mayRead) return <p>{t('noRightEntries')}</p>;
  const error = failureOf(answer);
  if (error !== null) return <ProblemPanel error={error} />;
  return (
    <>
      <FigureTable caption={t('entries')}>
        <thead>
          <tr>
            <th scope="col">{t('effective')}</th>
            <th scope="col">{t('event')}</th>
            <th scope="col">{t('document')}</th>
            <th scope="col" className="number">
              {t('amount')}
            </th>
            <th scope="col">{t('actor')}</th>
            <th scope="col">{t('booked')}</th>
            <th scope="col">{t('reason')}</th>
            <th scope="col" className="number">
              {t('position')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.data?.rows.map((row) => (
            <Entry key={row.position} row={row} />
          ))}
        </tbody>
      </FigureTable>
      <Link to="/journal" search={{ project, fy }}>
        {t('allEntries')}
      </Link>
    </>
  );
}

function Entry({ row }: { readonly row: Row }): ReactNode {
  const { date, time } = useDates();
  const { position, amount } = row;
  return (
    <tr>
      <th scope="row" className={styles['nowrap']}>
        {date(row.effective_on)}
      </th>
      <td>
        <EventName type={row.type} />
      </td>
      <td>{row.document ?? '-'}</td>
      <td className="number">
        {amount === undefined ? '-' : <Figure baht={amount} of={{ kind: 'event', position }} />}
      </td>
      <td>{row.actor}</td>
      <td className={styles['nowrap']}>{time(row.booked_at)}</td>
      <td className={styles['words']}>{row.reason ?? ''}</td>
      <td className="number">
        <Link to="/e/$position" params={{ position }}>
          {position}
        </Link>
      </td>
    </tr>
  );
}
