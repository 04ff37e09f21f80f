import { formatBaht, parseBaht, satang, type Satang, ZERO } from '#kernel';
import type { Course, CourseLevel } from './use-overview.ts';

/** The paper of the chart, in its own units. */
export const WIDTH = 760;
export const HEIGHT = 300;
/** Where the axis of the amounts stands, and that of time. */
export const LEFT = 60;
export const BASE = 268;
const TOP = 24;
const MARKS = 5;

interface Bar {
  readonly y: number;
  readonly height: number;
}

/** A month or a quarter as it is drawn; a part is absent where nothing is known. */
export interface Column {
  /** `YYYY-MM`, or a quarter. */
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly disbursed?: Bar | undefined;
  readonly committed?: Bar | undefined;
}

/** Places of everything in the chart. Drawing alone: every amount that is printed is exact and stands in the table. */
export function chartOf(course: Course, level: CourseLevel) {
  const rows = course.rows.filter((row) => row.level === level && row.quarter !== 'after');
  const quarters = course.rows.filter((row) => row.level === 'quarter');
  const read = (baht: string | undefined): Satang => (baht === undefined ? ZERO : parseBaht(baht));
  const highest = Math.max(
    ...rows.map(({ baht }) => Math.max(read(baht.spent_to_date), read(baht.disbursed_to_date))),
    ...quarters.map(({ baht }) => read(baht.plan_to_date)),
    1,
  );
  const step = roundStep(highest / MARKS);
  const top = Math.ceil(highest / step) * step;
  const yOf = (amount: number): number => BASE - (Math.max(amount, 0) / top) * (BASE - TOP);
  const slot = (WIDTH - LEFT) / Math.max(rows.length, 1);
  const columns = rows.map(({ month, quarter, baht }, index): Column => {
    const paid = yOf(read(baht.disbursed_to_date));
    const spent = yOf(read(baht.spent_to_date));
    return {
      name: month ?? quarter,
      ...{ x: LEFT + slot * index + slot * 0.2, width: slot * 0.6 },
      disbursed: baht.disbursed_to_date === undefined ? undefined : { y: paid, height: BASE - paid },
      committed:
        baht.spent_to_date === undefined ? undefined : { y: spent, height: Math.max(paid - spent, 0) },
    };
  });
  const span = (WIDTH - LEFT) / 4;
  const plan = quarters.flatMap(({ baht }, index) => {
    if (baht.plan_to_date === undefined) return [];
    const y = yOf(read(baht.plan_to_date));
    return [{ x: LEFT + span * index + span * 0.04, y, width: span * 0.92, height: BASE - y }];
  });
  const marks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({
    y: yOf(index * step),
    baht: formatBaht(satang(index * step)),
  }));
  return { columns, plan, marks, today: todayOf(course) };
}

/** A step of the axis that is 1, 2 or 5 times a power of ten, and at least a million baht. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= least) ?? power * 10;
  return Math.max(step, 100_000_000);
}

/** Where the day up to which the year is known stands among the months; nothing outside of the year. */
function todayOf(course: Course): number | undefined {
  const months = course.rows.flatMap(({ level, quarter, month }) =>
    level === 'month' && quarter !== 'after' && month !== undefined ? [month] : [],
  );
  const index = months.indexOf(course.cut.slice(0, 7));
  if (index < 0) return undefined;
  const part = Math.min(Number(course.cut.slice(8, 10)) / 31, 1);
  return LEFT + ((WIDTH - LEFT) / months.length) * (index + part);
}
