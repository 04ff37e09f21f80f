import type { Evidence } from '#kernel';
import {
  type CellStyle,
  type Grid,
  headerRow,
  type KindOfSheet,
  matchColumns,
  type SheetKind,
  sheetKind,
  suggestKind,
  suggestUnit,
  writeDelimited,
} from '#sheets';

/** What a sheet recorded, once it did. */
export interface PostedSheet {
  readonly position: string;
  readonly recordedAt: string;
  readonly rows: number;
  readonly total: string | null;
  /** Number of the document that waits for approval, where it was handed in instead of recorded. */
  readonly waiting: string | null;
}

/** How a sheet was sent whose outcome is not known yet. */
export interface SentAs {
  /** Number of the waiting document, where it was handed in. */
  readonly waiting: string | null;
}

/** A sheet in work: the rows as they came, what their columns stand for, and how their cells are written. */
export interface Sheet {
  /** The organisation that it is for; nothing where the ledger had none yet. */
  readonly organisation: string | null;
  readonly kind: SheetKind;
  /** The header as it came; empty for columns that were added here. */
  readonly titles: readonly string[];
  /** The column of the kind that each stands for; nothing for one that is left out. */
  readonly keys: readonly (string | null)[];
  readonly rows: Grid;
  readonly style: CellStyle;
  readonly fiscalYear: string;
  readonly reason: string;
  readonly file: Evidence | null;
  /** Same key and same input: recorded once. Born with the sheet. */
  readonly idempotencyKey: string;
  readonly posted: PostedSheet | null;
  /** Kept with it while its outcome is not known: it is asked for when the sheet is opened again. */
  readonly sent?: SentAs | undefined;
}

export function kindOf({ kind }: Pick<Sheet, 'kind'>): KindOfSheet {
  const found = sheetKind(kind);
  if (found) return found;
  throw new Error(`No sheet is of the kind ${kind}.`);
}

/** A sheet of rows as they were read; what they are is found by their header where none was chosen. */
export function sheetOf(
  grid: Grid,
  chosen: SheetKind | undefined,
  file: Evidence | null,
  key: string,
  organisation: string | null = null,
): Sheet {
  const kind = (chosen === undefined ? suggestKind(grid) : sheetKind(chosen)) ?? fallback();
  const header = headerRow(kind, grid);
  const titles = header === undefined ? [] : (grid[header] ?? []);
  const rows = grid.slice(header === undefined ? 0 : header + 1);
  const width = rows.reduce((most, row) => Math.max(most, row.length), titles.length);
  return complete({
    organisation,
    kind: kind.kind,
    titles: Array.from({ length: width }, (_, at) => titles[at] ?? ''),
    keys: Array.from({ length: width }, (_, at) => matchColumns(kind, titles)[at] ?? null),
    rows,
    style: { unit: suggestUnit(grid.slice(0, (header ?? 0) + 1)), dates: 'paper' },
    fiscalYear: '',
    reason: '',
    file,
    idempotencyKey: key,
    posted: null,
  });
}

const fallback = (): KindOfSheet => kindOf({ kind: 'commitments' });

/** The sheet with a place for every column of its kind, so that what is missing can be typed. */
export function complete(sheet: Sheet): Sheet {
  const known = kindOf(sheet).columns.map(({ key }) => key);
  const keys = sheet.keys.map((key) => (key !== null && known.includes(key) ? key : null));
  const missing = known.filter((key) => !keys.includes(key));
  const titles = [...sheet.titles, ...missing.map(() => '')];
  return { ...sheet, titles, keys: [...keys, ...missing] };
}

/** The rows are something else: columns are matched anew. */
export function ofKind(sheet: Sheet, name: SheetKind): Sheet {
  const kind = sheetKind(name) ?? fallback();
  return complete({
    ...sheet,
    kind: kind.kind,
    keys: [...matchColumns(kind, sheet.titles)].map((key) => key ?? null),
  });
}

/** A column that came with the sheet stands for a column of the kind, or for nothing. */
export function withColumn(sheet: Sheet, at: number, key: string | null): Sheet {
  const keys = sheet.keys.map((each, index) => (index === at ? key : each === key ? null : each));
  return complete({ ...sheet, keys });
}

/** Where the cells of a column lie. */
export const placeOf = ({ keys }: Sheet, key: string): number => keys.indexOf(key);

export function cellOf(sheet: Sheet, row: number, key: string): string {
  return sheet.rows[row]?.[placeOf(sheet, key)] ?? '';
}

/** Whether a place has a column or may be left out: its header names it, or the sheet came without any header. */
export const isNamedPlace = ({ titles, keys }: Sheet, place: number): boolean =>
  (keys[place] ?? null) !== null ||
  (titles[place] ?? '').trim() !== '' ||
  titles.every((title) => title.trim() === '');

/**
 * Puts texts into a block of cells that begins at a row and column; rows are added where it reaches beyond. What a row
 * held where no column is goes with it: whoever types the cell anew has seen what a comma cut in two.
 */
export function withBlock(sheet: Sheet, row: number, columns: readonly string[], block: Grid): Sheet {
  const rows = [...sheet.rows];
  block.forEach((texts, down) => {
    const changed = (rows[row + down] ?? []).map((text, at) => (isNamedPlace(sheet, at) ? text : ''));
    texts.forEach((text, right) => {
      const key = columns[right];
      if (key === undefined) return;
      const place = placeOf(sheet, key);
      while (changed.length <= place) changed.push('');
      changed[place] = text;
    });
    rows[row + down] = changed;
  });
  return { ...sheet, rows };
}

export const withCell = (sheet: Sheet, row: number, key: string, text: string): Sheet =>
  withBlock(sheet, row, [key], [[text]]);

/** The rows that hold the same text in a column, without one of them. */
export function rowsAlike(sheet: Sheet, key: string, text: string, without: number): readonly number[] {
  const place = placeOf(sheet, key);
  return sheet.rows.flatMap((row, at) => (at !== without && (row[place] ?? '') === text ? [at] : []));
}

/** Puts one text into a column of several rows. */
export function withCells(sheet: Sheet, at: readonly number[], key: string, text: string): Sheet {
  return at.reduce((changed, row) => withCell(changed, row, key, text), sheet);
}

export const withoutRow = (sheet: Sheet, row: number): Sheet => ({
  ...sheet,
  rows: sheet.rows.filter((_, at) => at !== row),
});

export const withNewRow = (sheet: Sheet): Sheet => ({ ...sheet, rows: [...sheet.rows, []] });

/** Rows that hold something, by their place. */
export const filledRows = ({ rows, keys }: Sheet): readonly number[] =>
  rows.flatMap((row, at) =>
    row.some((text, place) => (keys[place] ?? null) !== null && text.trim() !== '') ? [at] : [],
  );

/** The sheet as it is sent: its known columns under the names of the API, without empty rows. */
export function contentOf(sheet: Sheet): string {
  const { columns } = kindOf(sheet);
  const places = columns.map(({ key }) => placeOf(sheet, key));
  const lines = filledRows(sheet).map((at) => places.map((place) => sheet.rows[at]?.[place] ?? ''));
  return writeDelimited([columns.map(({ key }) => key), ...lines]);
}
