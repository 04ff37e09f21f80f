import type { MovementQuarter } from '#budget';
import {
  type CivilDate,
  type FiscalCalendar,
  type FiscalYear,
  type Quarter,
  quarterRange,
  QUARTERS,
} from '#kernel';

/** A month of a fiscal year. */
export interface FiscalMonth {
  /** `YYYY-MM`, in the Christian era. */
  readonly month: string;
  readonly quarter: Quarter;
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** The months of a fiscal year in their order. */
export const monthsOf = (year: FiscalYear, calendar: FiscalCalendar): FiscalMonth[] =>
  QUARTERS.flatMap((quarter) => {
    const { first } = quarterRange(year, quarter, calendar);
    return [0, 1, 2].map((offset) => ({ quarter, ...monthAt(first, offset) }));
  });

/** The month that lies so many months after that of a day. */
function monthAt(day: CivilDate, offset: number): Omit<FiscalMonth, 'quarter'> {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const dayOf = (index: number, date: number) =>
    new Date(Date.UTC(year, index, date)).toISOString().slice(0, 10) as CivilDate;
  const first = dayOf(month - 1 + offset, 1);
  return { month: first.slice(0, 7), first, last: dayOf(month + offset, 0) };
}

/** Where a month lies: in a quarter of the year, or after it; nothing for one before the year. */
export function quarterOfMonth(
  month: string,
  year: FiscalYear,
  calendar: FiscalCalendar,
): (Omit<FiscalMonth, 'quarter'> & { readonly quarter: MovementQuarter }) | undefined {
  const months = monthsOf(year, calendar);
  const found = months.find((each) => each.month === month);
  if (found || month < (months[0]?.month ?? month)) return found;
  return { ...monthAt(`${month}-01` as CivilDate, 0), quarter: 'after' };
}
