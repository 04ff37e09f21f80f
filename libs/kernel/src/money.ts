import { RefusalError, refusal } from './refusal.ts';

/**
 * An amount of money in whole satang (1/100 baht): a safe integer, never a fraction.
 * At every edge it is a decimal string in baht (`"15033400.00"`).
 */
export type Satang = number & { readonly __unit: 'satang' };

export const ZERO = 0 as Satang;

/** The largest amount that can be held: 2^53 − 1 satang, about 90 trillion baht. */
export const MAX_SATANG = Number.MAX_SAFE_INTEGER as Satang;

const BAHT = /^-?(?:0|[1-9]\d{0,15})(?:\.\d{1,2})?$/;
const MILLION = /^-?(?:0|[1-9]\d{0,9})(?:\.\d{1,8})?$/;

/** Decimals of an amount in million baht that is printed in full. */
const MILLION_DECIMALS = 8;

/** A whole number of satang as an amount; throws the refusal `amount-out-of-range` for anything else. */
export function satang(value: number): Satang {
  if (!Number.isSafeInteger(value)) throw outOfRange(String(value));
  // −0 would print as "-0.00" and is not a different amount.
  return (value === 0 ? 0 : value) as Satang;
}

/** Reads an amount in baht: plain digits, at most two decimals, no grouping, no exponent. */
export function parseBaht(text: unknown): Satang {
  return parse(
    text,
    BAHT,
    2,
    'baht',
    'a decimal string in baht with at most two decimals, such as "15033400.00"',
  );
}

/** Reads an amount in million baht that is a whole number of satang (at most eight decimals). */
export function parseMillionBaht(text: unknown): Satang {
  return parse(
    text,
    MILLION,
    MILLION_DECIMALS,
    'million baht',
    'a decimal number in million baht, such as 15.0334',
  );
}

/** Digits, and a sign, that a number holds whatever they are. */
const EXACT_DIGITS = 15;

const [ZERO_DIGIT, NINE, POINT, MINUS] = [0x30, 0x39, 0x2e, 0x2d] as const;

/** What `parse` gives, digit by digit and without another text; nothing for what it refuses, and for many digits. */
function parsePlain(text: string, decimals: number): Satang | undefined {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (text.length - start > EXACT_DIGITS - decimals) return undefined;
  let [value, point] = [0, -1];
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === POINT && point < 0 && at > start) point = at;
    else if (unit >= ZERO_DIGIT && unit <= NINE) value = value * 10 + unit - ZERO_DIGIT;
    else return undefined;
  }
  const whole = point < 0 ? text.length : point;
  const given = point < 0 ? 0 : text.length - point - 1;
  const leadsWithZero = text.charCodeAt(start) === ZERO_DIGIT && whole - start > 1;
  if (whole === start || leadsWithZero || given > decimals || (point >= 0 && given === 0)) return undefined;
  for (let missing = given; missing < decimals; missing += 1) value *= 10;
  return satang(start === 1 ? -value : value);
}

function parse(text: unknown, form: RegExp, decimals: number, unit: string, expected: string): Satang {
  const plain = typeof text === 'string' ? parsePlain(text, decimals) : undefined;
  if (plain !== undefined) return plain;
  if (typeof text !== 'string' || !form.test(text)) {
    throw new RefusalError(
      refusal('invalid', 'amount-malformed', `${quote(text)} is not an amount: expected ${expected}.`, {
        given: typeof text === 'string' ? text.slice(0, 64) : typeof text,
        expected,
        unit,
      }),
    );
  }
  const point = text.indexOf('.');
  const digits =
    point < 0
      ? text + '0'.repeat(decimals)
      : text.slice(0, point) + text.slice(point + 1).padEnd(decimals, '0');
  // Every event is read with this: so many digits are exact in a number, and need no big one.
  if (digits.length <= EXACT_DIGITS) return satang(Number(digits));
  const exact = BigInt(digits);
  if (exact > MAX_SATANG || exact < -MAX_SATANG) throw outOfRange(text);
  return satang(Number(exact));
}

/** The amount in baht with two decimals, as written to events and to the API. */
export function formatBaht(amount: Satang): string {
  return inBaht(String(Math.abs(amount)), amount < 0);
}

/** The same of a number of satang that may be larger than an amount can be, such as the sum of a search. */
export function formatLargeBaht(satang: bigint): string {
  return inBaht(String(satang < 0n ? -satang : satang), satang < 0n);
}

function inBaht(satang: string, isNegative: boolean): string {
  const digits = satang.padStart(3, '0');
  return `${isNegative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The amount in million baht, rounded half-up (away from zero at the half) to 0 to 8 decimals, as reports print it. */
export function formatMillionBaht(amount: Satang, decimals = 4): string {
  const step = 10n ** BigInt(MILLION_DECIMALS - decimals);
  const rounded = (BigInt(Math.abs(amount)) + step / 2n) / step;
  const digits = String(rounded).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const printed = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return amount < 0 && rounded !== 0n ? `-${printed}` : printed;
}

export function add(a: Satang, b: Satang): Satang {
  const both = a + b;
  if (!Number.isSafeInteger(both)) throw outOfRangeTogether(BigInt(a) + BigInt(b));
  return satang(both);
}

export function subtract(a: Satang, b: Satang): Satang {
  const left = a - b;
  if (!Number.isSafeInteger(left)) throw outOfRangeTogether(BigInt(a) - BigInt(b));
  return satang(left);
}

export function negate(a: Satang): Satang {
  return satang(-a);
}

export function sum(amounts: Iterable<Satang>): Satang {
  let total = ZERO;
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** The refusal of an amount that cannot be held. */
export const outOfRange = (given: string): RefusalError =>
  refusedAmount(given, `The amount ${given} is out of range`);

/** The same of amounts that can each be held, and not what they come to. */
function outOfRangeTogether(satang: bigint): RefusalError {
  const given = formatLargeBaht(satang);
  return refusedAmount(given, `The amounts come to ${given} baht together, which is out of range`);
}

function refusedAmount(given: string, what: string): RefusalError {
  const expected = `at most ${formatBaht(MAX_SATANG)} baht either way, in whole satang`;
  return new RefusalError(
    refusal('invalid', 'amount-out-of-range', `${what}: expected ${expected}.`, { given, expected }),
  );
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `"${value.slice(0, 64)}"` : `A value of type ${typeof value}`;
}
