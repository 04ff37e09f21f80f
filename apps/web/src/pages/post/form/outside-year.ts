import { type CivilDate, type FiscalCalendar, fiscalYearOf } from '#kernel';
import type { ReadForm } from './read-form.ts';

/** The fiscal year of the form where its effective date lies outside of it; nothing otherwise. */
export function outsideYear({ params, body }: ReadForm, calendar: FiscalCalendar): string | undefined {
  const year = params['fiscalYear'] ?? body['fiscalYear'];
  const day = body['effectiveOn'];
  if ((typeof year !== 'string' && typeof year !== 'number') || typeof day !== 'string') return undefined;
  return String(fiscalYearOf(day as CivilDate, calendar)) === String(year) ? undefined : String(year);
}
