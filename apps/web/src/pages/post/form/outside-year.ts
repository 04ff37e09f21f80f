import { type CivilDate, fiscalYearOf, THAI_CALENDAR } from '#kernel';
import type { ReadForm } from './read-form.ts';

/** The fiscal year of the form where its effective date lies outside of it; nothing otherwise. */
export function outsideYear({ params, body }: ReadForm): string | undefined {
  const year = params['fiscalYear'] ?? body['fiscalYear'];
  const day = body['effectiveOn'];
  if ((typeof year !== 'string' && typeof year !== 'number') || typeof day !== 'string') return undefined;
  return String(fiscalYearOf(day as CivilDate, THAI_CALENDAR)) === String(year) ? undefined : String(year);
}
