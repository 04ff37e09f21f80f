/** A spreadsheet program keeps so many digits of a number; those behind them come of its arithmetic. */
const DIGITS = 15;

/**
 * A number as a spreadsheet file holds it (`0.30000000000000004`, `1.5E7`) as the decimal that its program shows.
 * Worked out on the digits, never through a float; a text that is no number stays as it is.
 */
export function numberText(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/u.exec(text.trim());
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const all = (whole + fraction).replace(/^0+/u, '');
  if (all === '') return '0';
  // The place of the decimal point, counted from the first digit that is not zero.
  let point = whole.length + Number(exponent) - (whole.length + fraction.length - all.length);
  let digits = all;
  if (digits.length > DIGITS) {
    const rounded = String(BigInt(digits.slice(0, DIGITS)) + (digits.charAt(DIGITS) >= '5' ? 1n : 0n));
    point += rounded.length - DIGITS;
    digits = rounded;
  }
  digits = digits.replace(/0+$/u, '');
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
