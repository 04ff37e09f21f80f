import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { Quarter } from '#kernel';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import type { RestatedCell } from '../../explain/use-restated.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { overviewTexts } from './texts.ts';
import type { StatusReport } from './use-overview.ts';

interface NewsProps {
  readonly fy: string;
  readonly quarter: Quarter;
  readonly restated: readonly RestatedCell[];
  readonly reports: StatusReport['reports'];
  /** Up to where the page knows. */
  readonly position: string | undefined;
}

/** What waits for whoever looks, and what changed since they last did, and since the last report. */
export function News(props: NewsProps): ReactNode {
  const { isPast } = useClocks();
  return (
    <>
      {isPast ? null : <Waiting />}
      {isPast ? null : <SinceVisit {...props} />}
      <SinceReport {...props} />
    </>
  );
}

function Waiting(): ReactNode {
  const t = useTexts(overviewTexts);
  const query = { status: 'waiting', decisions: true, limit: '50' } as const;
  const mayRead = useSession()?.permissions.includes('read-journal') ?? false;
  const { data } = useAnswer('/api/v1/approvals', { params: { query } }, { enabled: mayRead });
  if (!mayRead) return null;
  const own = (data?.rows ?? []).filter(({ decision }) => decision?.mayDecide);
  return (
    <section aria-labelledby="waiting" className={styles['panel']}>
      <h2 id="waiting">{t('waiting')}</h2>
      <p>
        {own.length === 0
          ? t('waitingNone')
          : t('waitingSome', { count: own.length, days: Math.max(...own.map(({ ageDays }) => ageDays)) })}
      </p>
      {own.length === 0 ? null : <Link to="/inbox">{t('inbox')}</Link>}
    </section>
  );
}

function SinceVisit({ fy, quarter, position }: NewsProps): ReactNode {
  const t = useTexts(overviewTexts);
  const { time } = useDates();
  const visit = useAnswer('/api/v1/desk/visit', {});
  const isRead = visit.data !== undefined;
  useEffect(() => {
    // That this page was looked at is no fact of the ledger: nothing depends on whether it was kept.
    if (isRead && position !== undefined)
      api.PUT('/api/v1/desk/visit', { body: { position } }).catch(() => undefined);
  }, [isRead, position]);
  const last = visit.data?.last ?? undefined;
  const from = last?.position;
  const diff = useAnswer(
    '/api/v1/diff',
    { params: { query: { fiscalYear: Number(fy), quarter, from: from ?? '0' } } },
    { enabled: from !== undefined && from !== position },
  );
  const count = diff.data?.cells?.length ?? 0;
  const when = last === undefined ? '' : time(last.at);
  return (
    <section aria-labelledby="changed" className={styles['panel']}>
      <h2 id="changed">{t('changed')}</h2>
      {!isRead ? null : last === undefined ? (
        <p>{t('changedFirst')}</p>
      ) : (
        <p>{count === 0 ? t('changedNone', { time: when }) : t('changedSome', { count, time: when })}</p>
      )}
      {count === 0 || from === undefined ? null : (
        <Link to="/compare" search={{ a: from, b: position, fy }}>
          {t('compare')}
        </Link>
      )}
    </section>
  );
}

function SinceReport({ fy, restated, reports, position }: NewsProps): ReactNode {
  const t = useTexts(overviewTexts);
  const last = reports.at(-1);
  const changed = restated.filter((cell) => cell.since_last_report);
  if (last === undefined) return <p className={styles['panel']}>{t('noReport')}</p>;
  return (
    <section aria-labelledby="since-report" className={styles['panel']}>
      <h2 id="since-report">{t('sinceReport')}</h2>
      <p>
        {changed.length === 0
          ? t('changedReportNone')
          : t('changedReport', { count: changed.length, report: last.report })}
      </p>
      {changed.length === 0 ? null : (
        <Link to="/compare" search={{ a: last.report, b: position, fy }}>
          {t('compare')}
        </Link>
      )}
    </section>
  );
}
