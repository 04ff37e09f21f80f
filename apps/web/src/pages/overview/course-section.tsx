import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { parseBaht } from '#kernel';
import { sayAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { CourseChart } from './course-chart.tsx';
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
  const known = course.rows.filter(
    ({ level, baht }) => level === 'quarter' && baht.spent_to_date !== undefined,
  );
  const last = known.findLast(({ baht }) => baht.spent !== undefined);
  if (last?.baht.spent_to_date === undefined || parseBaht(last.baht.spent_to_date) === 0) {
    return t('courseNothing');
  }
  return t('courseSays', {
    date: date(course.cut),
    spent: sayAmount(last.baht.spent_to_date, 'million'),
    plan: last.baht.plan_to_date === undefined ? '-' : sayAmount(last.baht.plan_to_date, 'million'),
    quarter: t('quarter', { quarter: last.quarter.slice(1) }),
  });
}
