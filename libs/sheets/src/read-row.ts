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
