import { type FiscalCalendar, parseBaht, type Quarter } from '#kernel';
import { quarterShown, type YearSoFar } from './quarter-shown.ts';

interface CourseSoFar extends YearSoFar {
  readonly rows: readonly {
    readonly level: string;
    readonly quarter: string;
    readonly baht: {
      readonly spent?: string;
      readonly spent_to_date?: string;
      readonly plan_to_date?: string;
    };
  }[];
}

/** What a year comes to so far: amounts in baht, and the quarter to whose end the plan is. */
export interface SoFar {
  readonly spent: string;
  readonly plan: string | undefined;
  readonly quarter: Quarter;
}

/**
 * What was spent, against the plan to the end of the quarter of that day: a quarter in which nothing was spent yet counts
 * with its plan. Nothing where nothing was spent.
 */
export function spentSoFar(course: CourseSoFar, calendar: FiscalCalendar): SoFar | undefined {
  const quarters = course.rows.filter(({ level }) => level === 'quarter');
  const spent = quarters.findLast(({ baht }) => baht.spent !== undefined)?.baht.spent_to_date;
  if (spent === undefined || parseBaht(spent) === 0) return undefined;
  const quarter = quarterShown(course, calendar);
  const plan = quarters.find((row) => row.quarter === quarter)?.baht.plan_to_date;
  return { spent, plan, quarter };
}
