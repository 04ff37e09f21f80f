import type { Cell as FileCell, Worksheet } from '@cj-tech-master/excelts';
import { decimalOf } from './decimal-number.ts';
import { refuse } from './refusals.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_CELLS = 500_000;

/** What a cell holds. Formulas are read by the value that the file keeps for them. */
export interface ReadCell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The text; an exact decimal; a day as YYYY-MM-DD; `true` or `false`; the sign of the error. */
  readonly value: string;
  /** Without the leading =. */
  readonly formula?: string;
  readonly link?: string;
}

export interface ReadSheet {
  readonly name: string;
  /** Every row up to the last one with a cell; an empty cell is absent. */
  readonly rows: readonly (readonly (ReadCell | undefined)[])[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
}

/** The sheets of an XLSX file. Throws `workbook-unreadable` or `workbook-too-large`. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  if (bytes.byteLength > MOST_BYTES) throw tooLarge(`${bytes.byteLength} bytes`, `${MOST_BYTES} bytes`);
  // Loaded with the first file: a service that starts needs none.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch (cause) {
    const error = refuse(
      'workbook-unreadable',
      'This is no workbook that can be read: expected an XLSX file.',
    );
    error.cause = cause;
    throw error;
  }
  const cells = workbook.worksheets.reduce(
    (sum, { rowCount, columnCount }) => sum + rowCount * columnCount,
    0,
  );
  if (cells > MOST_CELLS) throw tooLarge(`${cells} cells`, `${MOST_CELLS} cells`);
  return workbook.worksheets.map(sheetOf);
}

const tooLarge = (found: string, most: string) =>
  refuse('workbook-too-large', `The workbook has ${found}: expected at most ${most}.`, { found, most });

function sheetOf(sheet: Worksheet): ReadSheet {
  const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.getRow(row + 1).cellCount }, (__, column) =>
      cellOf(sheet.getCell(row + 1, column + 1)),
    ),
  );
  // A sheet without any has none at all, whatever its type says.
  const [view] = (sheet.views as Worksheet['views'] | undefined) ?? [];
  return view?.state === 'frozen'
    ? { name: sheet.name, rows, frozen: { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } }
    : { name: sheet.name, rows };
}

function cellOf(cell: FileCell): ReadCell | undefined {
  // A covered cell repeats the one that covers it.
  if (cell.isMerged && cell.master.address !== cell.address) return undefined;
  const { formula, hyperlink } = cell;
  const found = valueOf(formula === undefined ? cell.value : cell.result);
  if (found === undefined) return undefined;
  return {
    ...found,
    ...(formula === undefined ? {} : { formula }),
    ...(hyperlink === undefined ? {} : { link: hyperlink }),
  };
}

function valueOf(value: unknown): ReadCell | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'number') return { kind: 'number', value: decimalOf(value) };
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value: String(value) };
  if (value instanceof Date) return { kind: 'date', value: value.toISOString().slice(0, 10) };
  if (typeof value !== 'object') return undefined;
  if ('error' in value) return { kind: 'error', value: String(value.error) };
  if ('richText' in value && Array.isArray(value.richText)) {
    const parts = value.richText as readonly { readonly text?: string }[];
    return { kind: 'text', value: parts.map(({ text }) => text ?? '').join('') };
  }
  if ('text' in value) return valueOf(value.text);
  return undefined;
}
