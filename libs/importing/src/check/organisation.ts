import { DEFAULT_SETTINGS, type OrganisationSettings } from '#organisation';
import type { Findings } from '../fault.ts';
import type { KnownLedger } from '../known-ledger.ts';
import type { Published } from '../published.ts';

/** The settings under which the tables are read: those of the ledger, else those of the folder, else the defaults. */
export function settingsFor(
  { organisation }: Published,
  known: Pick<KnownLedger, 'organisation' | 'settings'>,
  findings: Findings,
): OrganisationSettings {
  const row = organisation.rows[0];
  if (!row) return known.settings ?? DEFAULT_SETTINGS;
  const { file, line, code, settings } = row;
  if (code !== known.organisation) {
    const expected = `${known.organisation}, the organisation that is posted to`;
    findings.fault({ file, line, column: 'code' }, { code: 'organisation-differs', given: code, expected });
  }
  if (!known.settings) return settings;
  const { startMonth, era, timeZone } = known.settings.calendar;
  const differ = (column: string, given: string | number, held: string | number): void => {
    if (given === held) return;
    const expected = `${held}, as ${known.organisation} is registered`;
    findings.fault({ file, line, column }, { code: 'organisation-differs', given: String(given), expected });
  };
  differ('start_month', settings.calendar.startMonth, startMonth);
  differ('era', settings.calendar.era, era);
  differ('time_zone', settings.calendar.timeZone, timeZone);
  differ('currency', settings.currency, known.settings.currency);
  return known.settings;
}
