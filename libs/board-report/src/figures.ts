import { add, formatBaht, parseBaht, type Satang, subtract, ZERO } from '#kernel';
import type { AmountCell, CellPlace, FigureOf, ReportTable } from './model.ts';

/** A cell with an exact amount. */
export const amountCell = (amount: Satang | undefined, of: FigureOf): AmountCell => ({
  kind: 'amount',
  ...(amount === undefined ? {} : { baht: formatBaht(amount) }),
  of,
});

/** The amount cell at a place of a table. */
export function amountAt(table: ReportTable, { row, column }: CellPlace): AmountCell | undefined {
  const index = table.columns.findIndex(({ key }) => key === column);
  const cell = table.rows.find(({ key }) => key === row)?.cells[index];
  return cell?.kind === 'amount' ? cell : undefined;
}

const exactly = (cell: AmountCell | undefined): Satang =>
  cell?.baht === undefined ? ZERO : parseBaht(cell.baht);

/** What some cells make together. */
export const sumOf = (table: ReportTable, places: readonly CellPlace[]): Satang =>
  places.reduce<Satang>((sum, place) => {
    const amount = exactly(amountAt(table, place));
    return place.minus === true ? subtract(sum, amount) : add(sum, amount);
  }, ZERO);

/** Which cells may make up a cell; they are named only where they do, to the last satang. */
export type SumRule = (row: string, column: string) => readonly CellPlace[] | undefined;

/** The table with the cells named that others are made of. */
export function withSums(table: ReportTable, rule: SumRule): ReportTable {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => {
      const sum = rule(row.key, table.columns[index]?.key ?? '');
      if (cell.kind !== 'amount' || cell.baht === undefined || sum === undefined) return cell;
      return sumOf(table, sum) === parseBaht(cell.baht) ? { ...cell, sum } : cell;
    }),
  }));
  return { ...table, rows };
}
