import { useParams, useSearch } from '@tanstack/react-router';
import { type Quarter, QUARTERS } from '#kernel';
import { quarterShown } from './quarter-shown.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useCalendar } from '../../clocks/use-calendar.ts';
import { useClocks } from '../../clocks/use-clocks.ts';

export type Course = AnswerOf<'/api/v1/reports/course'>;
export type CourseLevel = Course['rows'][number]['level'];
export type StatusReport = AnswerOf<'/api/v1/reports/status'>;
export type ReportRow = AnswerOf<'/api/v1/reports/quarterly'>['rows'][number];

/** The year of the page and its clocks, as questions carry them. */
export function useYear() {
  const { fy = '' }: { fy?: string } = useParams({ strict: false });
  const { query } = useClocks();
  return { fy, year: { ...query, fiscalYear: Number(fy) } };
}

/** The quarter that the page is about: of its address, else the one that is known to at present. */
function useQuarter(course: Course | undefined): Quarter | undefined {
  const calendar = useCalendar();
  const { q }: { q?: string } = useSearch({ strict: false });
  const asked = QUARTERS.find((quarter) => quarter === q);
  return asked ?? (course && quarterShown(course, calendar));
}

/** What the overview shows, as known at the clocks of the page. */
export function useOverview() {
  const { fy, year } = useYear();
  const course = useAnswer('/api/v1/reports/course', { params: { query: year } });
  const quarter = useQuarter(course.data);
  const report = useAnswer(
    '/api/v1/reports/quarterly',
    { params: { query: { ...year, quarter: quarter ?? 'Q1' } } },
    { enabled: quarter !== undefined, keep: true },
  );
  const accounts = useAnswer('/api/v1/budget-accounts', { params: { query: year } });
  const status = useAnswer('/api/v1/reports/status', { params: { query: year } });
  return { fy, quarter, course, report, accounts, status };
}
