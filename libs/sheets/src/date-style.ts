/**
 * How dates of digits alone are written: as on Thai paper (day first, two digits of a Buddhist year), with two digits
 * of a Christian year, or with the month first. Dates with a named month or four digits in front mean the same in all.
 */
export const DATE_STYLES = ['paper', 'christian', 'month-first'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

const DIGITS_ALONE = /^\s*([\d๐-๙]{1,2})\s*[-/.]\s*([\d๐-๙]{1,2})\s*[-/.]\s*([\d๐-๙]{4}|[\d๐-๙]{2})\s*$/u;

/** The date in the style of the paper. */
export function asOnPaper(text: string, style: DateStyle): string {
  const [, first = '', second = '', year = ''] = DIGITS_ALONE.exec(text) ?? [];
  if (style === 'paper' || first === '') return text;
  const [day, month] = style === 'month-first' ? [second, first] : [first, second];
  return `${day}/${month}/${year.length === 2 ? `20${year}` : year}`;
}
