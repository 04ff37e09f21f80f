import { type FiscalCalendar, THAI_CALENDAR } from '#kernel';
import { useSession } from '../api/session.ts';
import { useView } from '../app/view.ts';

/** How the organisation of the page divides time; the Thai way until that is known. */
export function useCalendar(): FiscalCalendar {
  const { org } = useView();
  const organisations = useSession()?.organisations ?? [];
  const own = organisations.find(({ organisation }) => organisation === org) ?? organisations[0];
  return (own?.calendar as FiscalCalendar | undefined) ?? THAI_CALENDAR;
}
