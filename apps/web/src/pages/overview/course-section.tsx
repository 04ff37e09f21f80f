import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCalendar } from '../../clocks/use-calendar.ts';
import { sayAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { CourseChart } from './course-chart.tsx';
import { spentSoFar } from './course-said.ts';
import { CourseTable } from './course-table.tsx';
import styles from './page.module.css';
import { overviewTexts } from './texts.ts';
import type { Course, CourseLevel } from './use-overview.ts';

interface CourseSectionProps {
  readonly fy: string;
  readonly course: Course;
}

/** What was used so far against the plan: as a chart, or as the table of the same figures in its place. */
export function CourseSection({ fy, course }: CourseSectionProps): ReactNode {
  const t = useTexts(overviewTexts);
  const [level, setLevel] = useState<CourseLevel>('month');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const message = useMessage(course);
  return (
    <section aria-labelledby="course">
      <div className={styles['sectionHead']}>
        <h2 id="course">{t('course')}</h2>
        <div className={styles['switches']}>
          <SegmentedControl
            aria-label={t('step')}
            value={level}
            onChange={(value) => setLevel(value)}
            data={[
              { value: 'month', label: t('byMonth') },
              { value: 'quarter', label: t('byQuarter') },
            ]}
          />
          <SegmentedControl
            aria-label={t('shownAs')}
            value={form}
            onChange={(value) => setForm(value)}
            data={[
              { value: 'chart', label: t('asChart') },
              { value: 'table', label: t('asTable') },
            ]}
          />
        </div>
      </div>
      <p data-said>{message}</p>
      {form === 'chart' ? (
        <CourseChart course={course} level={level} label={`${t('course')}. ${message}`} />
      ) : (
        <CourseTable fy={fy} course={course} level={level} />
      )}
    </section>
  );
}

/** The chart in a sentence, made from its figures. */
function useMessage(course: Course): string {
  const t = useTexts(overviewTexts);
  const { date } = useDates();
  const soFar = spentSoFar(course, useCalendar());
  if (soFar === undefined) return t('courseNothing');
  const { spent, plan, quarter } = soFar;
  return t('courseSays', {
    date: date(course.cut),
    spent: sayAmount(spent, 'million'),
    plan: plan === undefined ? '-' : sayAmount(plan, 'million'),
    quarter: t('quarter', { quarter: quarter.slice(1) }),
  });
}
