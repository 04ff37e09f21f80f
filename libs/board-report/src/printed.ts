import { formatMillionBaht, parseBaht, printDay } from '#kernel';
import type { Cell, Language } from './model.ts';
import { STATUS_SHAPES, wordsOf } from './words.ts';

/** Nothing planned or posted; a real zero is printed as such. */
export const NOTHING = '-';

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');

/** A decimal with its thousands in groups. */
export function withGroups(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

/** An exact amount in baht as reports print it: million baht, four decimals, a negative one in parentheses. */
export function printMillion(baht: string): string {
  const decimal = formatMillionBaht(parseBaht(baht));
  return decimal.startsWith('-') ? `(${withGroups(decimal.slice(1))})` : withGroups(decimal);
}

const isPlain = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** What a cell says, the same in every form. */
export function printCell(cell: Cell, language: Language): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'amount':
      return cell.baht === undefined ? NOTHING : printMillion(cell.baht);
    case 'percent':
      return cell.value === undefined ? NOTHING : withGroups(cell.value);
    case 'number':
      if (cell.value === undefined) return NOTHING;
      return isPlain(cell.value) ? withGroups(cell.value) : cell.value;
    case 'status': {
      if (cell.status === undefined) return NOTHING;
      return `${STATUS_SHAPES[cell.status]} ${wordsOf(language).statuses[cell.status]}`;
    }
  }
}

/** A moment by the clock of the organisation, as `localTime` writes it. */
export function printMoment(local: string, language: Language): string {
  return `${printDay(local.slice(0, 10), language)} ${local.slice(11, 16)}`;
}
