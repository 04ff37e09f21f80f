import type { Findings } from '../fault.ts';
import { Cells } from './cells.ts';
import { parseTable } from './parse-table.ts';
import type { SourceFile } from './source-file.ts';

/** Where a row stands. */
export interface Located {
  readonly file: string;
  readonly line: number;
}

/** What a table looks like and how its rows are read. */
export interface TableForm<Content> {
  readonly file: string;
  /** All columns that are taken over; each must be in the header, its cells may be blank where `read` allows it. */
  readonly columns: readonly string[];
  read(cells: Cells): Content;
  /** What two rows must not have in common, in words. */
  key(row: Content): string;
}

export interface Table<Content> {
  readonly file: string;
  readonly rows: readonly (Content & Located)[];
  /** True when rows were left out for their faults, so that a row that seems to be missing may be one of them. */
  readonly broken: boolean;
}

/** The sound rows of a table. Rows with faults are left out, so that one fault is listed once. */
export function readTable<Content>(
  form: TableForm<Content>,
  source: SourceFile,
  findings: Findings,
): Table<Content> {
  const { file } = form;
  const parsed = parseTable(source, form.columns, findings);
  const seen = new Map<string, number>();
  const rows: (Content & Located)[] = [];
  for (const row of parsed?.rows ?? []) {
    const { line } = row;
    const cells = new Cells(file, row, findings);
    const content = form.read(cells);
    if (!cells.sound) continue;
    const key = form.key(content);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, line);
      rows.push({ ...content, file, line });
    } else {
      const found = `the row for ${key} stands on line ${before} already`;
      findings.fault({ file, line }, { code: 'duplicate-row', found, expected: 'one row' });
    }
  }
  return { file, rows, broken: parsed === undefined || rows.length < parsed.count };
}
