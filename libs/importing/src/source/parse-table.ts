import { CsvError, parse } from 'csv-parse/sync';
import type { Findings } from '../fault.ts';
import { limits, type SourceFile } from './source-file.ts';

/** One row with the line on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

interface RawRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The usable rows of a table and the number of all. Every fault of form is listed; nothing when the header cannot be used. */
export function parseTable(
  { name, content }: SourceFile,
  columns: readonly string[],
  findings: Findings,
): { readonly rows: Row[]; readonly count: number } | undefined {
  const records = recordsOf(name, content, findings);
  if (!records) return undefined;
  const [header, ...body] = records;
  const names = (header?.fields ?? []).map((field) => field.trim());
  if (!headerFits(name, names, columns, findings)) return undefined;
  if (body.length > limits.rows) {
    const given = String(body.length);
    findings.fault(
      { file: name, line: 1 },
      { code: 'too-many-rows', given, expected: `at most ${limits.rows} rows` },
    );
    return undefined;
  }
  const rows = body.flatMap(({ line, fields }) => rowOf(name, line, fields, names, findings));
  return { rows, count: body.length };
}

function recordsOf(file: string, content: string, findings: Findings): RawRecord[] | undefined {
  // The parser counts a line break of two characters inside quotes twice.
  const text = content.replace(/\r\n?/g, '\n');
  const records: RawRecord[] = [];
  let last = 0;
  const unreadable = text.indexOf('\uFFFD');
  if (unreadable >= 0) {
    const line = text.slice(0, unreadable).split('\n').length;
    const found = 'a character was lost when the file was read in another encoding';
    findings.fault({ file, line }, { code: 'not-utf-8', found, expected: 'a file in UTF-8' });
    return undefined;
  }
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      on_record: (fields: string[], { lines }) => {
        if (fields.length > 1 || fields[0] !== '') records.push({ line: last + 1, fields });
        last = lines;
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const found = QUOTE_FAULTS[error.code] ?? 'the text cannot be read as CSV';
    const expected = 'comma-separated fields, with quotes around a whole field and doubled inside it';
    findings.fault({ file, line: last + 1 }, { code: 'csv-malformed', found, expected });
    return undefined;
  }
}

const QUOTE_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and not closed',
  INVALID_OPENING_QUOTE: 'a quote stands inside a field without quotes',
  CSV_INVALID_CLOSING_QUOTE: 'a quote stands inside a field and is not doubled',
};

function headerFits(
  file: string,
  names: readonly string[],
  columns: readonly string[],
  findings: Findings,
): boolean {
  const missing = columns.filter((column) => !names.includes(column));
  const twice = names.filter((column, index) => column !== '' && names.indexOf(column) !== index);
  const place = { file, line: 1 };
  for (const column of missing) {
    const found = `the column ${column} is missing`;
    findings.fault(
      { ...place, column },
      { code: 'column-missing', found, expected: `the columns ${columns.join(', ')}` },
    );
  }
  for (const column of twice) {
    const found = `the column ${column} stands twice`;
    findings.fault({ ...place, column }, { code: 'column-duplicate', found, expected: 'each column once' });
  }
  const ignored = names.filter((column) => column !== '' && !columns.includes(column));
  if (ignored.length > 0 && missing.length === 0) {
    findings.note(
      place,
      'columns-ignored',
      `${file}: not taken over are the columns ${[...new Set(ignored)].join(', ')}.`,
    );
  }
  return missing.length === 0 && twice.length === 0;
}

function rowOf(
  file: string,
  line: number,
  fields: readonly string[],
  names: readonly string[],
  findings: Findings,
): Row[] {
  if (fields.length !== names.length) {
    const found = `the row has ${fields.length} fields`;
    findings.fault(
      { file, line },
      { code: 'field-count-wrong', found, expected: `${names.length} fields as in the header` },
    );
    return [];
  }
  return [{ line, cells: new Map(names.map((column, index) => [column, fields[index] ?? ''])) }];
}
