import { formatBaht, formatMillionBaht, parseBaht } from '#kernel';

export const UNITS = ['million', 'baht'] as const;
/** What the figures of a page are printed in: million baht with four decimals, or baht with two. */
export type Unit = (typeof UNITS)[number];

export const DEFAULT_UNIT: Unit = 'million';

export const isUnit = (text: unknown): text is Unit => UNITS.includes(text as Unit);

/** Digits in groups of three. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');

function withGroups(decimal: string): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

/** An exact amount in baht as a table prints it: grouped, in the unit, a negative in parentheses. */
export function printAmount(baht: string, unit: Unit): string {
  const satang = parseBaht(baht);
  const decimal = unit === 'million' ? formatMillionBaht(satang) : formatBaht(satang);
  return decimal.startsWith('-') ? `(${withGroups(decimal)})` : withGroups(decimal);
}

/** An exact amount as a sentence says it, with a true minus. */
export function sayAmount(baht: string, unit: Unit): string {
  const printed = printAmount(baht, unit);
  return printed.startsWith('(') ? `−${printed.slice(1, -1)}` : printed;
}
