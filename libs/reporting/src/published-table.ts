import { CsvError, parse } from 'csv-parse/sync';
import { isRefusal, parsePrintedMillions, QUARTERS, RefusalError, type Satang } from '#kernel';
import { REPORT_MEASURES, type ReportMeasure } from './figures.ts';
import { refuse } from './refusals.ts';

/** A published table as it was printed: figures in million baht, a blank cell where nothing is printed. */
export interface PublishedTable {
  readonly measures: readonly ReportMeasure[];
  readonly byQuarter: boolean;
  readonly rows: readonly PublishedRow[];
}

export interface PublishedRow {
  /** Line in the file, the header is line 1. */
  readonly line: number;
  readonly project: string;
  readonly quarter?: string;
  readonly figures: ReadonlyMap<ReportMeasure, Satang | undefined>;
}

interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
  readonly given?: string;
  readonly expected: string;
}

const MOST_ROWS = 100_000;
const KNOWN_COLUMNS: ReadonlySet<string> = new Set(REPORT_MEASURES.map((measure) => `${measure}_m`));

/**
 * Reads a published table (CSV with project_code and columns such as spent_m). Of a table with several reports,
 * only the rows of the one asked for. Refuses with every fault found.
 */
export function readPublishedTable(file: string, content: string, report?: string): PublishedTable {
  const faults: Fault[] = [];
  const records = recordsOf(file, content, faults);
  const header = records[0]?.record ?? [];
  const measures = REPORT_MEASURES.filter((measure) => header.includes(`${measure}_m`));
  if (faults.length === 0 && !header.includes('project_code')) {
    faults.push({ file, line: 1, column: 'project_code', expected: 'a column project_code' });
  }
  if (faults.length === 0 && measures.length === 0) {
    faults.push({ file, line: 1, expected: 'a column of figures, such as spent_m or disbursed_m' });
  }
  for (const column of header.filter((name) => name.endsWith('_m') && !KNOWN_COLUMNS.has(name))) {
    faults.push({
      file,
      line: 1,
      column,
      given: column,
      expected: `one of ${[...KNOWN_COLUMNS].join(', ')}`,
    });
  }
  const rows =
    faults.length > 0
      ? []
      : records.slice(1).flatMap(({ record, line }) => {
          const cells = new Map(header.map((name, index) => [name, record[index] ?? '']));
          if (report !== undefined && header.includes('report_id') && cells.get('report_id') !== report)
            return [];
          return [rowOf(file, line, cells, measures, faults)];
        });
  if (faults.length === 0 && rows.length === 0) {
    const which = report === undefined ? 'a row' : `a row of the report ${report}`;
    faults.push({ file, line: 1, expected: which });
  }
  markDuplicates(file, rows, faults);
  const [first] = faults;
  if (first) {
    throw refuse(
      'published-table-faulty',
      `${file} cannot be compared: ${faults.length === 1 ? 'one fault' : `${faults.length} faults, the first`} in line ${first.line}: expected ${first.expected}.`,
      { faults: faults.slice(0, 1000) },
    );
  }
  return { measures, byQuarter: header.includes('quarter'), rows };
}

function recordsOf(file: string, content: string, faults: Fault[]): { record: string[]; line: number }[] {
  try {
    const read = parse(content, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      to: MOST_ROWS,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return read.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    faults.push({
      file,
      line,
      expected: `well-formed CSV with the same number of fields in each line (${error.code})`,
    });
    return [];
  }
}

function rowOf(
  file: string,
  line: number,
  cells: ReadonlyMap<string, string>,
  measures: readonly ReportMeasure[],
  faults: Fault[],
): PublishedRow {
  const project = cells.get('project_code') ?? '';
  if (project === '')
    faults.push({ file, line, column: 'project_code', given: '', expected: 'a project code or TOTAL' });
  const quarter = cells.get('quarter');
  if (quarter !== undefined && ![...QUARTERS, 'TOTAL'].includes(quarter)) {
    faults.push({ file, line, column: 'quarter', given: quarter, expected: 'Q1, Q2, Q3, Q4 or TOTAL' });
  }
  const figures = new Map(
    measures.map((measure) => [measure, figureOf(file, line, `${measure}_m`, cells, faults)] as const),
  );
  return { line, project, ...(quarter === undefined ? {} : { quarter }), figures };
}

function figureOf(
  file: string,
  line: number,
  column: string,
  cells: ReadonlyMap<string, string>,
  faults: Fault[],
): Satang | undefined {
  const given = (cells.get(column) ?? '').trim();
  try {
    return parsePrintedMillions(given);
  } catch (error) {
    if (!(error instanceof RefusalError) || !isRefusal(error.refusal)) throw error;
    faults.push({ file, line, column, given, expected: 'a figure in million baht, such as 15.0334' });
    return undefined;
  }
}

function markDuplicates(file: string, rows: readonly PublishedRow[], faults: Fault[]): void {
  const seen = new Map<string, number>();
  for (const { line, project, quarter } of rows) {
    const key = `${project} ${quarter ?? ''}`.trim();
    const first = seen.get(key);
    if (first !== undefined)
      faults.push({ file, line, given: key, expected: `one row for ${key}; line ${first} has it already` });
    seen.set(key, first ?? line);
  }
}
