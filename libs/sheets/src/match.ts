import { type AmountUnit, oneSpelling } from '#kernel';
import type { SheetColumn } from './column.ts';
import type { Grid } from './delimited.ts';
import { type KindOfSheet, sheetKinds } from './kinds.ts';

/** Rows that may stand above the header: a title, a unit, a date. */
const MOST_TITLE_ROWS = 10;

const MILLION_BAHT = /\((?:หน่วย ?:? ?)?ล้านบาท\)|\(million baht\)/u;
const BAHT = /\((?:หน่วย ?:? ?)?บาท\)|\(baht\)/u;

const written = (name: string): string =>
  oneSpelling(name)
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');

/** The unit that the header of a column names in parentheses; nothing where it names none. */
export function unitNamed(header: string): AmountUnit | undefined {
  const name = written(header);
  if (MILLION_BAHT.test(name)) return 'million-baht';
  return BAHT.test(name) ? 'baht' : undefined;
}

/** How a header names a column, without what differs from one sheet to the next. */
const plainName = (name: string): string =>
  written(name)
    .replace(/\((?:หน่วย ?:? ?)?(?:ล้าน)?บาท\)|\((?:million )?baht\)|\*/gu, '')
    .replace(/[\s._:/-]+/gu, '');

const namesOf = ({ key, names }: SheetColumn): string[] => [key, ...names.th, ...names.en].map(plainName);

/** The column that each header stands for, by key; nothing where it is not known or known already. */
export function matchColumns(kind: KindOfSheet, headers: readonly string[]): (string | undefined)[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const name = plainName(header);
    if (name === '') return undefined;
    const found = kind.columns.find((column) => !taken.has(column.key) && namesOf(column).includes(name));
    if (found) taken.add(found.key);
    return found?.key;
  });
}

/** The row that names the columns, by its place; nothing where none names two at least. */
export function headerRow(kind: KindOfSheet, rows: Grid): number | undefined {
  let best: { readonly row: number; readonly count: number } | undefined;
  for (const [row, cells] of rows.slice(0, MOST_TITLE_ROWS).entries()) {
    const count = matchColumns(kind, cells).filter((key) => key !== undefined).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row;
}

/** The kind whose columns the rows name most of; nothing where no kind is named. */
export function suggestKind(rows: Grid): KindOfSheet | undefined {
  let best: { readonly kind: KindOfSheet; readonly score: number } | undefined;
  for (const kind of sheetKinds) {
    const row = headerRow(kind, rows);
    if (row === undefined) continue;
    const keys = matchColumns(kind, rows[row] ?? []);
    const known = keys.filter((key) => key !== undefined).length;
    const missing = kind.columns.filter(({ key, required }) => required && !keys.includes(key)).length;
    const score = known - 2 * missing;
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { kind, score };
  }
  return best?.kind;
}

/** The unit that a title or header names: «หน่วย : ล้านบาท». */
export function suggestUnit(rows: Grid): AmountUnit {
  const top = rows.slice(0, MOST_TITLE_ROWS).flat();
  const names = top.some((cell) => /หน่วย\s*:?\s*ล้านบาท|\(ล้านบาท\)|million baht/iu.test(cell));
  return names ? 'million-baht' : 'baht';
}
