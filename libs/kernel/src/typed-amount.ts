import { formatLargeBaht } from './money.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What a typed amount was read as. */
export interface TypedAmount {
  /** The amount in baht with two decimals, as the API takes it: `-1234.50`. */
  readonly baht: string;
  /** The unit that it was read in: the one asked for, unless the text names its own. */
  readonly unit: AmountUnit;
}

export type AmountUnit = 'baht' | 'million-baht';

const LONGEST = 64;
const DECIMALS = { baht: 2, 'million-baht': 8 } as const satisfies Record<AmountUnit, number>;
const MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** Marks that are not seen: joiners, direction marks, byte order marks, soft hyphens, variation selectors. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\u034f/gu;
const BLANK = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;
const MINUS = /[\u2010-\u2013\u2212\ufe63\uff0d]/gu;
const MILLION_WORD = /(?:ล้านบาท|ล้าน|million ?baht|m ?thb|mb)\.?$/iu;
const BAHT_WORD = /(?:บาทถ้วน|บาท|baht|thb|฿)\.?$/iu;

/**
 * Reads an amount as people type or paste it: grouped by commas or spaces, with ฿ or บาท, in Thai digits, with marks
 * that are not seen; negative with a minus or in parentheses. What can be read in two ways is refused with
 * `typed-amount-ambiguous`, and `details.couldMean` lists the ways. Never goes through a float.
 */
export function parseTypedAmount(text: string, asked: AmountUnit = 'baht'): TypedAmount | Refusal {
  const shown = visible(text);
  if (shown === '') return refuse('typed-amount-missing', text, 'No amount was given');
  const { body, unit, negative } = dressed(shown, asked);
  if (body.length > LONGEST || !/^[\d., ']+$/u.test(body) || !/\d/u.test(body)) {
    return refuse('typed-amount-malformed', text, `"${text.slice(0, LONGEST)}" is no amount`);
  }
  const plain = plainForm(body);
  if (plain === undefined) return ambiguous(text, body, unit, negative);
  const { whole, fraction } = plain;
  const limit = DECIMALS[unit];
  // A third decimal after a single point may as well be three digits of thousands, of which no more than three precede.
  const grouped = /[, ']/u.test(body) || whole.length === 0 || whole.length > 3;
  const cut = grouped ? fraction.replace(/0+$/u, '') : fraction;
  if (unit === 'baht' && cut.length === 3 && !grouped) return ambiguous(text, body, unit, negative);
  if (cut.replace(/0+$/u, '').length > limit) {
    return refuse('typed-amount-too-fine', text, `"${shown}" has a part of a satang`, { decimals: limit });
  }
  const satang = satangOf(whole, fraction, limit);
  if (satang > MAX) return refuse('typed-amount-out-of-range', text, `"${shown}" is more than can be held`);
  return { baht: formatLargeBaht(negative ? -satang : satang), unit };
}

/** The text without what is not seen, with digits of one kind and single spaces. */
function visible(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(BLANK, ' ')
    .replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(MINUS, '-')
    .trim();
}

/** Takes sign, currency and unit off the digits. */
function dressed(
  shown: string,
  asked: AmountUnit,
): { readonly body: string; readonly unit: AmountUnit; readonly negative: boolean } {
  const inParentheses = /^\(([^()]*)\)([^()]*)$/u.exec(shown);
  let rest = inParentheses ? inParentheses.slice(1).join(' ').trim() : shown;
  const million = MILLION_WORD.test(rest);
  const baht = !million && BAHT_WORD.test(rest);
  rest = rest.replace(MILLION_WORD, '').replace(BAHT_WORD, '').trim();
  const sign = /^(?:฿ ?)?(?<sign>[-+])/u.exec(rest)?.groups?.['sign'];
  rest = rest
    .replace(/^(?:฿ ?)?[-+]? ?(?:฿ ?|thb ?|baht ?)?/iu, '')
    // "1,500.-" says on paper that no satang follow.
    .replace(/\.-$/u, '')
    .trim();
  // A sign within parentheses would turn the amount twice.
  const body = inParentheses && sign !== undefined ? `±${rest}` : rest;
  const unit = million ? 'million-baht' : baht ? 'baht' : asked;
  return { body, unit, negative: inParentheses !== null || sign === '-' };
}

/** Whole part and decimals where there is one way to read them. */
function plainForm(body: string): { readonly whole: string; readonly fraction: string } | undefined {
  const match =
    /^(?<whole>\d*)(?:\.(?<fraction>\d*))?$/u.exec(body) ??
    /^(?<whole>\d{1,3}(?<by>[, '])\d{3}(?:\k<by>\d{3})*)(?:\.(?<fraction>\d*))?$/u.exec(body);
  if (!match?.groups) return undefined;
  const whole = (match.groups['whole'] ?? '').replace(/\D/gu, '');
  // "0,123" is grouped like thousands, and nobody writes thousands so.
  if (/^0[, ']/u.test(body)) return undefined;
  return { whole, fraction: match.groups['fraction'] ?? '' };
}

function satangOf(whole: string, fraction: string, decimals: number): bigint {
  return BigInt((whole || '0') + fraction.slice(0, decimals).padEnd(decimals, '0'));
}

/** The ways in which separators can be read: every one as grouping, or the last one as the decimal point. */
function ambiguous(text: string, body: string, unit: AmountUnit, negative: boolean): Refusal {
  const limit = DECIMALS[unit];
  const [, head = '', tail = ''] = /^(.*)[., '](\d*)$/u.exec(body) ?? [];
  const ways = [
    satangOf(body.replace(/\D/gu, ''), '', limit),
    ...(tail.length > 0 && tail.length <= limit ? [satangOf(head.replace(/\D/gu, ''), tail, limit)] : []),
  ];
  const couldMean = [...new Set(ways.filter((way) => way <= MAX))].map((way) =>
    formatLargeBaht(negative ? -way : way),
  );
  return refuse(
    'typed-amount-ambiguous',
    text,
    `"${text.slice(0, LONGEST)}" can be read in more than one way${couldMean.length > 0 ? `: ${couldMean.join(' or ')}` : ''}`,
    { couldMean },
  );
}

/** Every refusal of a typed amount. */
export const typedAmountRefusals = {
  'typed-amount-missing': { kind: 'invalid', meaning: 'A field for an amount was left empty.' },
  'typed-amount-malformed': { kind: 'invalid', meaning: 'What was typed is no amount.' },
  'typed-amount-ambiguous': {
    kind: 'invalid',
    meaning: 'What was typed can be read as more than one amount; the answer lists them.',
  },
  'typed-amount-too-fine': { kind: 'invalid', meaning: 'What was typed holds a part of a satang.' },
  'typed-amount-out-of-range': { kind: 'invalid', meaning: 'What was typed is more than can be held.' },
} as const;

function refuse(
  code: keyof typeof typedAmountRefusals,
  given: string,
  what: string,
  details: Record<string, unknown> = {},
): Refusal {
  const expected = 'an amount such as 1,234,567.89';
  return refusal('invalid', code, `${what}: expected ${expected}.`, {
    given: given.slice(0, LONGEST),
    expected,
    ...details,
  });
}
