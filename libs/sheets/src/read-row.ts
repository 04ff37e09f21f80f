import { isRefusal, type Refusal } from '#kernel';
import type { KindOfSheet } from './kinds.ts';
import { type CellStyle, readCell } from './read-cell.ts';
import { refuse } from './refusals.ts';

/** What is wrong with one cell. */
export interface CellFault {
  /** Key of the column. */
  readonly column: string;
  readonly refusal: Refusal;
}

/** A row as it was read: the values of its cells in the form of the API, and what could not be read. */
export interface ReadRow {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly CellFault[];
}

/**
 * What is wrong with a row that holds something where the header names no column, such as the rest of an amount that
 * a comma cut in two; shown at the column before it. Nothing is left out unseen.
 */
export function cellWithoutColumn(
  keys: readonly (string | null)[],
  cells: readonly string[],
  isNamed: (at: number) => boolean = (at) => (keys[at] ?? '') !== '',
): CellFault | undefined {
  const place = cells.findIndex((text, at) => text.trim() !== '' && !isNamed(at));
  if (place < 0) return undefined;
  const column = keys.slice(0, place).findLast(Boolean) ?? keys.find(Boolean) ?? '';
  const given = (cells[place] ?? '').trim().slice(0, 64);
  const message = `"${given}" stands in cell ${place + 1} of the row, where the header names no column: expected nothing there, and quotation marks around an amount with commas.`;
  return { column, refusal: refuse('cell-without-column', message, { cell: place + 1, given }) };
}

/** Reads the cells of a row by the keys of their columns. */
export function readRow(
  { columns, oneOf = [] }: KindOfSheet,
  cells: Readonly<Record<string, string | undefined>>,
  style: CellStyle,
): ReadRow {
  const values: Record<string, string> = {};
  const faults: CellFault[] = [];
  for (const column of columns) {
    const value = readCell(column, cells[column.key] ?? '', style);
    if (isRefusal(value)) faults.push({ column: column.key, refusal: value });
    else if (value !== undefined) values[column.key] = value;
  }
  const isFilled = (key: string): boolean =>
    values[key] !== undefined || faults.some((fault) => fault.column === key);
  const [first] = oneOf;
  if (first && !oneOf.some((keys) => keys.every(isFilled))) {
    const column = first.find((key) => !isFilled(key)) ?? '';
    const expected = oneOf.map((keys) => keys.join(' and ')).join(', or ');
    faults.push({
      column,
      refusal: refuse('cell-missing', `The row lacks one of its parts: expected ${expected}.`, { oneOf }),
    });
  }
  return { values, faults };
}
