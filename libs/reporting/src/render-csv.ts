import { stringify } from 'csv-stringify/sync';
import type { Column, Table } from './table.ts';

/**
 * What a spreadsheet would run as a formula when a cell begins with it, also behind white space that it strips and
 * in the full width of Asian keyboards, and what it would take for the end of a cell or row (OWASP, CSV injection).
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** The operator of a target: alone it is nothing that could run. */
const EQUALS = '=';

/** A figure as it is printed; its sign is no formula. */
const PLAIN_FIGURE = /^-?\d+(?:\.\d+)?$/;

/** The rows as CSV: header of stable names, LF, quotes only where needed, plain decimals; nothing runs. */
export function renderCsv({ columns, rows }: Table): string {
  const lines = rows.map((row) => columns.map((column) => harmless(row[column.key] ?? '', column)));
  return stringify([columns.map(({ key }) => key), ...lines]);
}

/** An apostrophe makes text of it; a figure that is none counts as text, whatever its column promises. */
function harmless(cell: string, { kind }: Column): string {
  if (kind === 'figure' && PLAIN_FIGURE.test(cell)) return cell;
  return FORMULA.test(cell) && cell !== EQUALS ? `'${cell}` : cell;
}
