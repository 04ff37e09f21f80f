import { RefusalError, refusal } from './refusal.ts';

/** A day without time or zone, `YYYY-MM-DD` in the Christian era. */
export type CivilDate = string & { readonly __form: 'civil-date' };

/** A moment as an ISO 8601 string in UTC with milliseconds, such as `2025-12-30T00:00:00.000Z`. */
export type Instant = string & { readonly __form: 'instant' };

/** The year as the organisation writes it, such as 2569 (Buddhist era). */
export type FiscalYear = number & { readonly __unit: 'fiscal-year' };

export const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export type Quarter = (typeof QUARTERS)[number];

/** How an organisation divides time; a setting, recorded as an event when it is not the default. */
export interface FiscalCalendar {
  /** First month of the fiscal year, 1–12. The fiscal year is named after the year in which it ends. */
  readonly startMonth: number;
  /** `BE` adds 543 to the Christian year. */
  readonly era: 'BE' | 'CE';
  /** IANA zone in which a day begins and ends. */
  readonly timeZone: string;
}

/** Thai public finance: October to September, Buddhist era, Bangkok. */
export const THAI_CALENDAR: FiscalCalendar = { startMonth: 10, era: 'BE', timeZone: 'Asia/Bangkok' };

export interface DateRange {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** Years that an era adds to the Christian year. */
export const ERA_OFFSET = { BE: 543, CE: 0 } as const;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

export function parseCivilDate(text: unknown): CivilDate {
  if (typeof text === 'string' && isCivilDate(text)) return text;
  throw malformed('date-malformed', text, 'a date in the Christian era, YYYY-MM-DD, such as 2025-12-30');
}

/** Reads a moment; a zone (`Z` or an offset) is required, since a clock without one names no moment. */
export function parseInstant(text: unknown): Instant {
  if (typeof text === 'string' && INSTANT.test(text)) {
    const date = new Date(text);
    if (!Number.isNaN(date.getTime()) && isCivilDate(text.slice(0, 10))) return instantOf(date.getTime());
  }
  throw malformed('instant-malformed', text, 'a moment with its zone, such as 2025-12-30T16:30:00+07:00');
}

export function parseQuarter(text: unknown): Quarter {
  if (QUARTERS.includes(text as Quarter)) return text as Quarter;
  throw malformed('quarter-malformed', text, 'one of Q1, Q2, Q3, Q4');
}

export function parseFiscalYear(value: unknown): FiscalYear {
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value;
  if (typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year <= 2999) {
    return year as FiscalYear;
  }
  throw malformed(
    'fiscal-year-malformed',
    value,
    'a year of four digits as the organisation writes it, such as 2569',
  );
}

export function fiscalYearOf(date: CivilDate, calendar: FiscalCalendar): FiscalYear {
  const year = Number(date.slice(0, 4));
  const endsNextYear = calendar.startMonth > 1 && Number(date.slice(5, 7)) >= calendar.startMonth;
  return (year + (endsNextYear ? 1 : 0) + ERA_OFFSET[calendar.era]) as FiscalYear;
}

export function quarterOf(date: CivilDate, calendar: FiscalCalendar): Quarter {
  const month = Number(date.slice(5, 7));
  const index = Math.floor(((month - calendar.startMonth + 12) % 12) / 3);
  return QUARTERS[index as 0 | 1 | 2 | 3];
}

export function fiscalYearRange(year: FiscalYear, calendar: FiscalCalendar): DateRange {
  return {
    first: quarterRange(year, 'Q1', calendar).first,
    last: quarterRange(year, 'Q4', calendar).last,
  };
}

export function quarterRange(year: FiscalYear, quarter: Quarter, calendar: FiscalCalendar): DateRange {
  const endYear = year - ERA_OFFSET[calendar.era];
  const startYear = calendar.startMonth > 1 ? endYear - 1 : endYear;
  const offset = calendar.startMonth - 1 + QUARTERS.indexOf(quarter) * 3;
  const [firstYear, firstMonth] = [startYear + Math.floor(offset / 12), (offset % 12) + 1];
  const last = offset + 2;
  const [lastYear, lastMonth] = [startYear + Math.floor(last / 12), (last % 12) + 1];
  return {
    first: civil(firstYear, firstMonth, 1),
    last: civil(lastYear, lastMonth, daysIn(lastYear, lastMonth)),
  };
}

/** The quarters from Q1 up to and with the given one. */
export function quartersUpTo(quarter: Quarter): Quarter[] {
  return QUARTERS.slice(0, QUARTERS.indexOf(quarter) + 1);
}

/** The day on which a moment falls in a zone. */
export function civilDateOf(instant: Instant, timeZone: string): CivilDate {
  // Offsets are whole seconds, so that a second lies on one day; under load many decisions are taken in one.
  const second = `${instant.replace(MILLISECONDS, '')} ${timeZone}`;
  const known = lastDays.get(second);
  if (known !== undefined) return known;
  const day = wallClock(instant, timeZone).slice(0, 10) as CivilDate;
  if (lastDays.size >= MOST_DAYS) lastDays.clear();
  lastDays.set(second, day);
  return day;
}

/** The days of the seconds that were asked for last, by second and zone. */
const lastDays = new Map<string, CivilDate>();
const MOST_DAYS = 64;
const MILLISECONDS = /\.\d+/;

/** A moment as a clock in the zone shows it, with its offset: `2026-03-31T00:00:00+07:00`. */
export function localTime(instant: Instant, timeZone: string): string {
  const minutes = Math.round(offsetAt(Date.parse(instant), timeZone) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${wallClock(instant, timeZone).replace(' ', 'T')}${offset}`;
}

/** The first moment of a day in a zone. */
export function startOfDay(date: CivilDate, timeZone: string): Instant {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  const guess = midnight - offsetAt(midnight - offsetAt(midnight, timeZone), timeZone);
  // A clock that is put back strikes midnight twice: the day begins with the first.
  // One that is put forward skips midnight: the day begins at the first moment that exists.
  const first = [guess - 3_600_000, guess].find((moment) => dayAt(moment, timeZone) === date);
  return instantOf(first ?? guess + 3_600_000);
}

/** The last moment (to the millisecond) of a day in a zone. */
export function endOfDay(date: CivilDate, timeZone: string): Instant {
  return new Date(Date.parse(startOfDay(nextDay(date), timeZone)) - 1).toISOString() as Instant;
}

export function nextDay(date: CivilDate): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10) as CivilDate;
}

export function isTimeZone(name: string): boolean {
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    // The calendar is stated: a Thai locale would otherwise answer in the Buddhist era.
    formatter = new Intl.DateTimeFormat('sv-SE-u-ca-gregory-nu-latn', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;

const dayAt = (epochMs: number, timeZone: string): CivilDate => civilDateOf(instantOf(epochMs), timeZone);

function wallClock(instant: Instant, timeZone: string): string {
  return formatterFor(timeZone).format(new Date(instant));
}

function offsetAt(epochMs: number, timeZone: string): number {
  const local = wallClock(instantOf(epochMs), timeZone);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(epochMs / 1000) * 1000;
}

function civil(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day that exists, in years that nobody can take for Buddhist ones. */
function isCivilDate(text: string): text is CivilDate {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && year <= 2399 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function malformed(code: string, given: unknown, expected: string): RefusalError {
  const shown = typeof given === 'string' ? `"${given.slice(0, 64)}"` : String(given).slice(0, 64);
  return new RefusalError(
    refusal('invalid', code, `${shown} was given: expected ${expected}.`, { given: shown, expected }),
  );
}
