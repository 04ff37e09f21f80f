import { useParams, useSearch } from '@tanstack/react-router';
import { type CivilDate, fiscalYearOf, THAI_CALENDAR } from '#kernel';
import { useAnswer } from '../api/use-answer.ts';

/** Today's year by the calendar of Thai public finance, for whoever may not know what the ledger has. */
function yearOfToday(): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: THAI_CALENDAR.timeZone }).format(new Date());
  return String(fiscalYearOf(today as CivilDate, THAI_CALENDAR));
}

/** The fiscal years that have accounts, the newest first; with the one that today is in. */
export function useFiscalYears(): { readonly today: string; readonly years: readonly string[] } | undefined {
  const { data, isError } = useAnswer('/api/v1/fiscal-years', {});
  if (isError) return { today: yearOfToday(), years: [] };
  return data && { today: String(data.today), years: data.years.map(({ fiscalYear }) => String(fiscalYear)) };
}

/** The year that a page is about: of its address, else the newest with accounts that has begun, else today's. */
export function useFiscalYear(): string {
  const { fy }: { fy?: string } = useParams({ strict: false });
  const search: { fy?: string | number } = useSearch({ strict: false });
  const known = useFiscalYears();
  if (fy !== undefined) return fy;
  if (search.fy !== undefined) return String(search.fy);
  return known?.years.find((year) => year <= known.today) ?? known?.today ?? '';
}
