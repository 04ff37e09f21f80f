import { formatMillionBaht, parseMillionBaht, type Satang, subtract, ZERO } from '#kernel';
import type { ReportMeasure } from './figures.ts';
import { type PublishedRow, type PublishedTable } from './published-table.ts';
import type { QuarterlyReport, QuarterlyRow } from './quarterly.ts';
import { figureColumn, type Table, textColumn } from './table.ts';

/** A published cell that differs from the ledger's, both as printed. */
export interface DifferingCell {
  readonly line: number;
  readonly project: string;
  readonly quarter?: string;
  readonly measure: ReportMeasure;
  readonly published: Satang | undefined;
  readonly ledger: Satang | undefined;
}

export interface Reconciliation {
  /** Cells that are the same to the last printed digit. */
  readonly equal: number;
  readonly differing: readonly DifferingCell[];
  /** Rows that the ledger does not have; their cells are neither equal nor differing. */
  readonly unknown: readonly { readonly line: number; readonly project: string; readonly quarter?: string }[];
  /** Rows of the ledger that the published table leaves out. */
  readonly missing: readonly { readonly project: string; readonly quarter?: string }[];
}

const keyOf = ({ project, quarter }: { readonly project: string; readonly quarter?: string }) =>
  `${project}\n${quarter ?? ''}`;

const place = ({ project, quarter }: { readonly project: string; readonly quarter?: string }) => ({
  project,
  ...(quarter === undefined ? {} : { quarter }),
});

/** Compares a published table with the ledger's report, cell by cell, as printed in million baht with four decimals. */
export function reconcile(published: PublishedTable, report: QuarterlyReport): Reconciliation {
  const rows = new Map(report.rows.map((row) => [keyOf(row), row]));
  const known = published.rows.filter((row) => rows.has(keyOf(row)));
  const compared = known.flatMap((row) =>
    cellsOf(row, rows.get(keyOf(row)) as QuarterlyRow, published.measures),
  );
  const differing = compared.filter(differ);
  const printed = new Set(published.rows.map(keyOf));
  return {
    equal: compared.length - differing.length,
    differing,
    unknown: published.rows
      .filter((row) => !rows.has(keyOf(row)))
      .map((row) => ({ line: row.line, ...place(row) })),
    // Published summaries often print no total; that is no missing row.
    missing: report.rows.filter((row) => row.project !== 'TOTAL' && !printed.has(keyOf(row))).map(place),
  };
}

/** A zero that is printed is the same amount as nothing posted, and a dash as movements that add up to nothing. */
const differ = ({ published, ledger }: DifferingCell): boolean => (published ?? ZERO) !== (ledger ?? ZERO);

function cellsOf(
  row: PublishedRow,
  ledger: QuarterlyRow,
  measures: readonly ReportMeasure[],
): DifferingCell[] {
  return measures.map((measure) => ({
    line: row.line,
    ...place(row),
    measure,
    published: row.figures.get(measure),
    ledger: asPrinted(ledger.figures[measure]),
  }));
}

const asPrinted = (amount: Satang | undefined): Satang | undefined =>
  amount === undefined ? undefined : parseMillionBaht(formatMillionBaht(amount));

/** Differences that are to be looked into: cells, and rows that only one of the two has. */
export const differencesIn = ({ differing, unknown, missing }: Reconciliation): number =>
  differing.length + unknown.length + missing.length;

/** Four decimals, or all that were printed where there are more: nothing is rounded away. */
const inFull = (amount: Satang | undefined): string | undefined =>
  amount === undefined ? undefined : formatMillionBaht(amount, amount % 10_000 === 0 ? 4 : 8);

const differenceOf = ({ published, ledger }: DifferingCell): string =>
  inFull(subtract(published ?? ZERO, ledger ?? ZERO)) ?? '';

export const reconciliationJson = ({ equal, differing, unknown, missing }: Reconciliation) => ({
  equal,
  differing: differing.map((cell) => ({
    line: cell.line,
    project_code: cell.project,
    ...(cell.quarter === undefined ? {} : { quarter: cell.quarter }),
    measure: cell.measure,
    published_m: inFull(cell.published) ?? null,
    ledger_m: inFull(cell.ledger) ?? null,
    difference_m: differenceOf(cell),
  })),
  unknown: unknown.map(({ project, ...row }) => ({ project_code: project, ...row })),
  missing: missing.map(({ project, ...row }) => ({ project_code: project, ...row })),
});

export function reconciliationTable(
  result: Reconciliation,
  title: string,
  caption: readonly string[],
): Table {
  return {
    title,
    caption: [
      `${result.equal} cells equal, ${result.differing.length} differing`,
      'Unit: million baht',
      ...caption,
    ],
    columns: [
      figureColumn('line', 'Line'),
      textColumn('project_code', 'Project'),
      textColumn('quarter', 'Quarter'),
      textColumn('measure', 'Measure'),
      figureColumn('published_m', 'Published'),
      figureColumn('ledger_m', 'Ledger'),
      figureColumn('difference_m', 'Difference'),
      textColumn('note', 'Note'),
    ],
    rows: [
      ...result.differing.map((cell) => ({
        line: String(cell.line),
        project_code: cell.project,
        quarter: cell.quarter,
        measure: cell.measure,
        published_m: inFull(cell.published),
        ledger_m: inFull(cell.ledger),
        difference_m: differenceOf(cell),
      })),
      ...result.unknown.map(({ line, project, quarter }) => ({
        line: String(line),
        project_code: project,
        quarter,
        note: 'not in the ledger',
      })),
      ...result.missing.map(({ project, quarter }) => ({
        project_code: project,
        quarter,
        note: 'not in the published table',
      })),
    ],
    footnotes: [],
  };
}
