/** A double holds this many significant digits of any decimal. */
const MOST_DIGITS = 15;

/**
 * The number that a workbook keeps for an exact decimal, or nothing when the decimal would not come back from it.
 * Workbooks know doubles only; up to 15 digits the nearest double is read back as the same decimal.
 */
export function doubleOf(decimal: string): number | undefined {
  if (!/^-?\d+(?:\.\d+)?$/.test(decimal)) return undefined;
  const digits = decimal.replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length <= MOST_DIGITS ? Number(decimal) : undefined;
}

/** The shortest decimal of a double, without exponent: what a person sees in the cell. */
export function decimalOf(value: number): string {
  // What a spreadsheet program shows: 15 digits, so that 0.1 + 0.2 reads 0.3.
  const [mantissa = '0', exponent = '0'] = value.toExponential(MOST_DIGITS - 1).split('e');
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + Number(exponent);
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const fraction = padded.slice(at).replace(/0+$/, '');
  const text = `${padded.slice(0, at)}${fraction === '' ? '' : `.${fraction}`}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}
