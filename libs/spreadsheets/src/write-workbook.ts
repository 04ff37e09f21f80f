import type { Cell as FileCell, PaperSize, Workbook, Worksheet } from '@cj-tech-master/excelts';
import { doubleOf } from './decimal-number.ts';
import { dressCell } from './looks.ts';

/** How a cell stands out. */
export type CellLook = 'title' | 'heading' | 'total' | 'note' | 'link';

/** A cell to be written: a text, or an exact decimal, perhaps with the formula that gives it. */
export interface Cell {
  /** Written as a text always: a leading = + - @ is never a formula. */
  readonly text?: string | undefined;
  /** An exact decimal, such as `15033400.00`; more than 15 digits are written as a text. */
  readonly number?: string | undefined;
  /** Without the leading =; `number` is its value, which readers without a calculator show. */
  readonly formula?: string | undefined;
  /** Number format of the cell, such as `#,##0.0000`. */
  readonly format?: string | undefined;
  readonly link?: string | undefined;
  readonly look?: CellLook | undefined;
  /** How many columns the cell covers; the covered ones stand as empty cells in the row. */
  readonly columns?: number | undefined;
  readonly wrapped?: true | undefined;
}

/** A sheet to be written; widths in characters. */
export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** How many rows and columns stay in sight; the rows are repeated on each printed page. */
  readonly frozen?: { readonly rows: number; readonly columns: number } | undefined;
}

const MOST_NAME = 31;

/** The workbook as the bytes of an XLSX file; the same sheets always give cells of the same values. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  // Loaded with the first file: a service that starts needs none.
  const { PaperSize, Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet, PaperSize.A4);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, { name, widths, rows, frozen }: Sheet, paperSize: PaperSize): void {
  const view = frozen && { state: 'frozen' as const, xSplit: frozen.columns, ySplit: frozen.rows };
  const sheet = workbook.addWorksheet(nameFor(name), {
    ...(view ? { views: [view] } : {}),
    pageSetup: {
      orientation: 'landscape',
      paperSize,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(frozen && frozen.rows > 0 ? { printTitlesRow: `1:${frozen.rows}` } : {}),
    },
  });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  rows.forEach((row, index) => addRow(sheet, index + 1, row));
}

function addRow(sheet: Worksheet, row: number, cells: readonly (Cell | undefined)[]): void {
  cells.forEach((cell, index) => {
    if (cell === undefined) return;
    const target = sheet.getCell(row, index + 1);
    fill(target, cell);
    dressCell(target, cell);
    if (cell.columns !== undefined && cell.columns > 1) {
      sheet.mergeCells(row, index + 1, row, index + cell.columns);
    }
  });
}

function fill(target: FileCell, { text, number, formula, link }: Cell): void {
  if (number !== undefined) {
    const value = doubleOf(number);
    if (formula !== undefined && value !== undefined) target.value = { formula, result: value };
    else target.value = value ?? number;
  } else if (text !== undefined) {
    target.value = link === undefined ? text : { text, hyperlink: link };
  }
}

/** Spreadsheet programs refuse some signs in the name of a sheet, and more than 31 of them. */
const nameFor = (name: string): string => name.replace(/[*?:\\/[\]]/g, ' ').slice(0, MOST_NAME);
