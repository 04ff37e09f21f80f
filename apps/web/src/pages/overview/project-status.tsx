import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../parts/overlay.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { overviewTexts } from './texts.ts';
import type { StatusReport } from './use-overview.ts';

interface ProjectStatusProps {
  readonly project: string;
  readonly status: StatusReport | undefined;
}

type StatusRow = StatusReport['rows'][number];

/** The status that the newest report gives to a project; a click tells its rule and its evidence. */
export function ProjectStatus({ project, status }: ProjectStatusProps): ReactNode {
  const t = useTexts(overviewTexts);
  const [open, setOpen] = useState(false);
  const row = status?.rows.findLast(({ project_code }) => project_code === project);
  if (row === undefined) return <span className={styles['dimmed']}>{t('noStatus')}</span>;
  return (
    <>
      <button type="button" className={styles['status']} onClick={() => setOpen(true)}>
        <StatusMark status={row.status === 'achieved' ? 'done' : row.status} />
      </button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={t('statusOf', { project })}>
        <Evidence row={row} status={status} />
      </Dialog>
    </>
  );
}

function Evidence({
  row,
  status,
}: {
  readonly row: StatusRow;
  readonly status: StatusReport | undefined;
}): ReactNode {
  const t = useTexts(overviewTexts);
  const { date, time } = useDates();
  const report = status?.reports.find((each) => each.report === row.report);
  return (
    <>
      <p>
        <StatusMark status={row.status === 'achieved' ? 'done' : row.status} />
      </p>
      {row.text === undefined ? null : <p lang="th">{row.text}</p>}
      {row.achieved_items === undefined ? null : <p>{t('statusItems', { count: row.achieved_items })}</p>}
      {report === undefined ? null : (
        <p>
          {t('statusReport', {
            report: report.report,
            quarter: t('quarter', { quarter: report.quarter.slice(1) }),
            date: date(report.asOf),
          })}
        </p>
      )}
      <p>{t('statusBy', { actor: row.recorded_by, time: time(row.booked_at) })}</p>
      <p>
        <Link to="/e/$position" params={{ position: row.position }}>
          {t('evidence', { position: row.position })}
        </Link>
      </p>
      <p className={styles['dimmed']}>{t('statusRule')}</p>
    </>
  );
}
