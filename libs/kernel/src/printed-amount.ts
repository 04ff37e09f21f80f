import { parseBaht, parseMillionBaht, type Satang } from './money.ts';
import { isRefusal } from './refusal.ts';
import { parseTypedAmount } from './typed-amount.ts';

const DASH = /^[-–—]$/u;
/** Thousands without a decimal point: a comma may as well be the point. */
const GROUPED_WHOLE = /^[^.]*,[^.]*$/u;

/**
 * Reads a cell of a published table in million baht as it is printed: plain, in parentheses where it is negative, in Thai
 * digits, with separators of thousands. Nothing where nothing or a dash stands. Throws the refusals of `parseMillionBaht`.
 */
export function parsePrintedMillions(text: string): Satang | undefined {
  const shown = text.replace(/\p{Cf}/gu, '').trim();
  if (shown === '' || isDash(shown)) return undefined;
  const read = GROUPED_WHOLE.test(shown) ? undefined : parseTypedAmount(shown, 'million-baht');
  // What is read otherwise, or in baht, is refused with the form that is expected.
  if (read === undefined || isRefusal(read) || read.unit === 'baht') return parseMillionBaht(shown);
  return parseBaht(read.baht);
}

/** A dash stands on paper where there is nothing to print. */
export const isDash = (text: string): boolean => DASH.test(text);

/** A figure in Thai digits or with separators of thousands as plain digits; another text stays as it is. */
export const plainFigure = (text: string): string =>
  plainDigits(text).replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');

/** Thai digits as those of the machine. */
export const plainDigits = (text: string): string =>
  text.replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50));
