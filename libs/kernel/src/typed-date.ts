import { type CivilDate, ERA_OFFSET } from './calendar.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What a typed date was read as. */
export interface TypedDate {
  /** The day in the Christian era, as the API takes it: `2025-12-30`. */
  readonly date: CivilDate;
  /** The era of the year as it was typed; two digits are those of a Buddhist year. */
  readonly era: 'BE' | 'CE';
}

/** A date in three fields, in the order of the paper. */
export interface TypedDateParts {
  readonly day: string;
  /** A number or a name, long or short, Thai or English. */
  readonly month: string;
  readonly year: string;
}

const LONGEST = 64;
const MONTHS = [
  ['มกราคม', 'มกรา', 'มค', 'january', 'jan'],
  ['กุมภาพันธ์', 'กุมภา', 'กพ', 'february', 'feb'],
  ['มีนาคม', 'มีนา', 'มีค', 'march', 'mar'],
  ['เมษายน', 'เมษา', 'เมย', 'april', 'apr'],
  ['พฤษภาคม', 'พฤษภา', 'พค', 'may'],
  ['มิถุนายน', 'มิถุนา', 'มิย', 'june', 'jun'],
  ['กรกฎาคม', 'กรกฎา', 'กค', 'july', 'jul'],
  ['สิงหาคม', 'สิงหา', 'สค', 'august', 'aug'],
  ['กันยายน', 'กันยา', 'กย', 'september', 'sept', 'sep'],
  ['ตุลาคม', 'ตุลา', 'ตค', 'october', 'oct'],
  ['พฤศจิกายน', 'พฤศจิกา', 'พย', 'november', 'nov'],
  ['ธันวาคม', 'ธันวา', 'ธค', 'december', 'dec'],
] as const;
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name as string, index + 1])));

const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu;
const MIDNIGHT = /[t ]0{1,2}:00(?::00(?:\.0+)?)?z?$/u;

/**
 * Reads a date as it stands on paper: `30 ธ.ค. 2568`, `๓๐/๑๒/๖๘`, `30 December 2025`, `2025-12-30`. Day, month, year;
 * the year first only with four digits. Years from 2443 are Buddhist, 1900 to 2200 Christian, two digits are those of
 * a Buddhist year (68 is 2568).
 */
export function parseTypedDate(text: string): TypedDate | Refusal {
  const shown = visible(text).replace(MIDNIGHT, '').replace(/^วันที่/u, '').trim();
  if (shown === '') return refuse('typed-date-missing', text, 'No date was given');
  const match =
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/u.exec(shown) ??
    /^(?<day>\d{1,2})[-/. ,]+(?<month>\d{1,2})[-/. ,]+(?<year>\D*\d+)$/u.exec(shown) ??
    /^(?<day>\d{1,2})[-/. ,]*(?<month>(?:(?!พ\.?ศ|ค\.?ศ)[^\d/,])+?)[-/. ,]*(?<year>(?:พ\.? ?ศ|ค\.? ?ศ|b\.?e|a\.?d|c\.?e)?\.?[ ]*\d+)$/u.exec(
      shown,
    );
  if (!match?.groups) return refuse('typed-date-malformed', text, `"${text.slice(0, LONGEST)}" is no date`);
  const { day = '', month = '', year = '' } = match.groups;
  return fromParts({ day, month, year }, text);
}

/** Reads a date typed in three fields; see `parseTypedDate`. */
export function parseTypedDateParts({ day, month, year }: TypedDateParts): TypedDate | Refusal {
  const given = [day, month, year]
    .map((part) => part.trim())
    .join(' ')
    .trim();
  if (given === '') return refuse('typed-date-missing', given, 'No date was given');
  return fromParts({ day: visible(day), month: visible(month), year: visible(year) }, given);
}

function fromParts({ day, month, year }: TypedDateParts, given: string): TypedDate | Refusal {
  const dayNumber = /^\d{1,2}$/u.test(day) ? Number(day) : undefined;
  const monthNumber = monthOf(month);
  if (dayNumber === undefined || monthNumber === undefined) {
    return refuse('typed-date-malformed', given, `"${given.slice(0, LONGEST)}" is no date`, {
      part: dayNumber === undefined ? 'day' : 'month',
    });
  }
  const read = yearOf(year);
  if (read === undefined) {
    const what = `The year "${year.slice(0, 20)}" is neither Buddhist nor Christian`;
    return refuse('typed-date-year-unclear', given, what, { part: 'year' });
  }
  const date = `${read.year}-${two(monthNumber)}-${two(dayNumber)}` as CivilDate;
  const isDay = monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1;
  if (!isDay || dayNumber > new Date(Date.UTC(read.year, monthNumber, 0)).getUTCDate()) {
    const what = `"${given.slice(0, LONGEST)}" is no day of the calendar`;
    return refuse('typed-date-not-in-calendar', given, what, { readAs: date });
  }
  return { date, era: read.era };
}

/** The month by number or name; names with or without their points. */
function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  return MONTH_OF.get(text.replace(/[. ]/gu, ''));
}

/** The Christian year, and the era that was typed. An era that is named must fit the number. */
function yearOf(text: string): { readonly year: number; readonly era: 'BE' | 'CE' } | undefined {
  const [, named = '', digits = ''] = /^(\D*)(\d+)$/u.exec(text) ?? [];
  const name = named.replace(/[. ]/gu, '');
  const era = ['พศ', 'be'].includes(name) ? 'BE' : ['คศ', 'ad', 'ce'].includes(name) ? 'CE' : undefined;
  if (name !== '' && era === undefined) return undefined;
  const number = Number(digits);
  if (digits.length === 2)
    return era === 'CE' ? undefined : { year: number + 2500 - ERA_OFFSET.BE, era: 'BE' };
  if (digits.length !== 4) return undefined;
  if (number >= 2443 && number <= 2743 && era !== 'CE') return { year: number - ERA_OFFSET.BE, era: 'BE' };
  if (number >= 1900 && number <= 2200 && era !== 'BE') return { year: number, era: 'CE' };
  return undefined;
}

function visible(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/[\s\u00a0\u202f\u3000]+/gu, ' ')
    .replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[\u2010-\u2013\u2212]/gu, '-')
    .trim()
    .toLowerCase();
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Every refusal of a typed date. */
export const typedDateRefusals = {
  'typed-date-missing': { kind: 'invalid', meaning: 'A field for a date was left empty.' },
  'typed-date-malformed': { kind: 'invalid', meaning: 'What was typed is no date.' },
  'typed-date-year-unclear': {
    kind: 'invalid',
    meaning: 'The year that was typed is neither a Buddhist nor a Christian one.',
  },
  'typed-date-not-in-calendar': { kind: 'invalid', meaning: 'The day that was typed does not exist.' },
} as const;

function refuse(
  code: keyof typeof typedDateRefusals,
  given: string,
  what: string,
  details: Record<string, unknown> = {},
): Refusal {
  const expected = 'day, month and year, such as 30 ธ.ค. 2568';
  return refusal('invalid', code, `${what}: expected ${expected}.`, {
    given: given.slice(0, LONGEST),
    expected,
    ...details,
  });
}
