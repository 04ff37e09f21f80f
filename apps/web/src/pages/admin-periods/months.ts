import { type FiscalCalendar, fiscalYearRange, parseFiscalYear, THAI_CALENDAR } from '#kernel';

/** The three months of each quarter of a fiscal year, `YYYY-MM`. */
export function quartersOf(fiscalYear: string, calendar: FiscalCalendar = THAI_CALENDAR): string[][] {
  const { first } = fiscalYearRange(parseFiscalYear(fiscalYear), calendar);
  const [year = 0, month = 0] = first.split('-').map((part) => Number.parseInt(part, 10));
  const nth = (at: number): string => {
    const count = year * 12 + month - 1 + at;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  };
  return [0, 3, 6, 9].map((start) => [nth(start), nth(start + 1), nth(start + 2)]);
}
