import {
  type CivilDate,
  type FiscalCalendar,
  parseFiscalYear,
  QUARTERS,
  type Quarter,
  quarterRange,
} from '#kernel';

/** The last days of the quarters of a fiscal year; none while the year is not known. */
export function quarterEnds(
  year: string,
  calendar: FiscalCalendar,
): { readonly quarter: Quarter; readonly day: CivilDate }[] {
  if (!/^\d{4}$/.test(year)) return [];
  return QUARTERS.map((quarter) => ({
    quarter,
    day: quarterRange(parseFiscalYear(year), quarter, calendar).last,
  }));
}

/** The last days of the months of a fiscal year. */
export function monthEnds(year: string, calendar: FiscalCalendar): string[] {
  const [first] = quarterEnds(year, calendar);
  if (first === undefined) return [];
  // The first quarter ends with the third month of the year.
  const end = { year: Number(first.day.slice(0, 4)), month: Number(first.day.slice(5, 7)) };
  return Array.from({ length: 12 }, (_, index) =>
    new Date(Date.UTC(end.year, end.month - 2 + index, 0)).toISOString().slice(0, 10),
  );
}
