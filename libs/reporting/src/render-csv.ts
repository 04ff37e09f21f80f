import { stringify } from 'csv-stringify/sync';
import type { Table } from './table.ts';

/** What a spreadsheet would take for a formula when it begins a text cell. */
const FORMULA = /^[=+\-@\t\r]/;

/** The rows as CSV: header of stable names, LF, quotes only where needed, plain decimals. */
export function renderCsv({ columns, rows }: Table): string {
  const lines = rows.map((row) =>
    columns.map(({ key, kind }) => {
      const cell = row[key] ?? '';
      return kind === 'text' && FORMULA.test(cell) ? `'${cell}` : cell;
    }),
  );
  return stringify([columns.map(({ key }) => key), ...lines]);
}
