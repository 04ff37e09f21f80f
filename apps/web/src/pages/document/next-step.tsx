import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { civilDateOf, type Instant, parseBaht } from '#kernel';
import { useCalendar } from '../../clocks/use-calendar.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { useMayPost } from '../post/may-post.ts';
import { daysBetween, type DocumentRow } from './chain.ts';
import styles from './page.module.css';
import { documentTexts } from './texts.ts';

const NEXT = {
  request: { text: 'nextRequest', kind: 'commitmentMake' },
  commitment: { text: 'nextCommitment', kind: 'acceptanceMake' },
  acceptance: { text: 'nextAcceptance', kind: 'disbursementMake' },
  advance: { text: 'nextAdvance', kind: 'advanceClear' },
  transfer: { text: 'nextTransfer', kind: 'budgetReportTransfer' },
  reservation: { text: 'nextReservation', kind: 'disbursementMake' },
} as const;

interface NextStepProps {
  readonly fy: string;
  readonly rows: readonly DocumentRow[];
  /** When the last known event was booked. */
  readonly bookedAt: string | undefined;
}

/** What the document waits for, until when, and the form for it. */
export function NextStep({ fy, rows, bookedAt }: NextStepProps): ReactNode {
  const t = useTexts(documentTexts);
  const { date } = useDates();
  const { isPast, effectiveTo } = useClocks();
  const calendar = useCalendar();
  const mayPost = useMayPost();
  const knownOn = isPast ? bookedAt?.slice(0, 10) : undefined;
  const open = rows.find(({ stage, outstanding }) => stage !== 'disbursement' && parseBaht(outstanding) > 0);
  if (open === undefined || open.stage === 'disbursement') {
    return (
      <div className={styles['next']}>
        <p>{t('nextNone')}</p>
      </div>
    );
  }
  const { text, kind } = NEXT[open.stage];
  const today = effectiveTo ?? knownOn ?? civilDateOf(new Date().toISOString() as Instant, calendar.timeZone);
  const late = open.due_on === undefined ? 0 : daysBetween(open.due_on, today);
  const search = { fy, project: open.project_code, [open.stage]: open.document };
  return (
    <div className={styles['next']}>
      <p>
        {t('next')}: {t(text)}
        {open.due_on === undefined ? null : ` · ${t('dueOn', { date: date(open.due_on) })}`}
        {late > 0 ? <span className={styles['overdue']}> · ▲ {t('overdue', { days: late })}</span> : null}
      </p>
      {isPast ? (
        <p>{t('pastNoPosting')}</p>
      ) : mayPost(kind) ? (
        <Link to="/post/$kind" params={{ kind }} search={search}>
          {t('post')}
        </Link>
      ) : null}
    </div>
  );
}
