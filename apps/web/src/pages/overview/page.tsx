import type { ReactNode } from 'react';
import type { Quarter } from '#kernel';
import { useCalendar } from '../../clocks/use-calendar.ts';
import { useRestated } from '../../explain/use-restated.ts';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { CourseSection } from './course-section.tsx';
import { EmptyYear } from './empty-year.tsx';
import { News } from './news.tsx';
import styles from './page.module.css';
import { Projects } from './projects.tsx';
import { QuarterPicker } from './quarter-picker.tsx';
import { RestatedSection } from './restated-section.tsx';
import { overviewTexts } from './texts.ts';
import { Totals } from './totals.tsx';
import { useOverview } from './use-overview.ts';

/** Are we on plan, and what needs me? */
export default function OverviewPage(): ReactNode {
  const t = useTexts(overviewTexts);
  const overview = useOverview();
  const { era } = useCalendar();
  const { fy, quarter, course, report, accounts, status } = overview;
  return (
    <Page title={t(`title${era}`, { year: fy })} answers={[course, accounts, report, status]}>
      {() =>
        accounts.data?.rows.length === 0 ? (
          <EmptyYear />
        ) : quarter === undefined || report.data === undefined ? null : (
          <Filled overview={overview} quarter={quarter} />
        )
      }
    </Page>
  );
}

interface FilledProps {
  readonly overview: ReturnType<typeof useOverview>;
  readonly quarter: Quarter;
}

function Filled({ overview, quarter }: FilledProps): ReactNode {
  const { fy, course, report, accounts, status } = overview;
  const restated = useRestated({ fiscalYear: fy, quarter });
  const byQuarter = useRestated({ fiscalYear: fy, quarter: 'Q4', byQuarter: true });
  const changed = byQuarter.rows.filter((row) => row.project_code !== 'TOTAL' && row.quarter !== 'TOTAL');
  const rows = report.data?.rows ?? [];
  const total = rows.find(({ project_code }) => project_code === 'TOTAL');
  const place = { fy, quarter, restated };
  return (
    <>
      <QuarterPicker quarter={quarter} />
      {total === undefined ? null : <Totals {...place} total={total} />}
      <div className={styles['news']}>
        <News
          fy={fy}
          quarter={quarter}
          restated={changed}
          reports={status.data?.reports ?? []}
          position={report.data?.knownAt.position}
        />
      </div>
      <Projects {...place} rows={rows} accounts={accounts.data?.rows ?? []} status={status.data} />
      {course.data === undefined ? null : <CourseSection fy={fy} course={course.data} />}
      <RestatedSection fy={fy} rows={changed} />
    </>
  );
}
