import {
  formatBaht,
  formatMillionBaht,
  parseMillionBaht,
  type Quarter,
  QUARTERS,
  quartersUpTo,
  subtract,
  sum,
} from '#kernel';
import {
  type Cell,
  cumulativeQuarters,
  type Figures,
  figuresOf,
  lookupOf,
  type ReportMeasure,
  totalOf,
  yearQuarters,
} from './figures.ts';
import { type Column, figureColumn, type Row, type Table, textColumn } from './table.ts';

export interface QuarterlyInput {
  readonly projects: readonly { readonly project: string; readonly name: string }[];
  readonly cells: readonly Cell[];
  readonly quarter: Quarter;
}

/** One line of a quarterly report with its exact figures. */
export interface QuarterlyRow {
  /** `TOTAL` sums the projects. */
  readonly project: string;
  /** Only by quarter; `TOTAL` is the year so far. */
  readonly quarter?: Quarter | 'TOTAL';
  readonly figures: Figures;
}

export interface QuarterlyReport {
  readonly byQuarter: boolean;
  readonly measures: readonly ReportMeasure[];
  readonly rows: readonly QuarterlyRow[];
}

const CUMULATIVE: readonly ReportMeasure[] = [
  'budget',
  'plan',
  'spent',
  'disbursed',
  'committed',
  'available',
];
const BY_QUARTER: readonly ReportMeasure[] = ['plan', 'spent', 'disbursed', 'committed'];

/** Figures from the beginning of the year to the end of a quarter: a row per project, then their total. */
export function cumulativeReport({ projects, cells, quarter }: QuarterlyInput): QuarterlyReport {
  const lookup = lookupOf(cells);
  const rows = projects.map(({ project }) => ({
    project,
    figures: figuresOf(lookup, project, cumulativeQuarters(quarter)),
  }));
  const total = { project: 'TOTAL', figures: totalOf(rows.map((row) => row.figures)) };
  return { byQuarter: false, measures: CUMULATIVE, rows: [...rows, total] };
}

/** Movements of each quarter: the plan of all four, actuals up to the one asked for; then the year per project. */
export function byQuarterReport({ projects, cells, quarter }: QuarterlyInput): QuarterlyReport {
  const lookup = lookupOf(cells);
  const due = quartersUpTo(quarter);
  const rows = projects.flatMap(({ project }): QuarterlyRow[] => [
    ...QUARTERS.map((q) => ({
      project,
      quarter: q,
      figures: figuresOf(lookup, project, { plan: [q], actual: due.includes(q) ? [q] : [] }),
    })),
    { project, quarter: 'TOTAL', figures: figuresOf(lookup, project, yearQuarters(quarter)) },
  ]);
  return { byQuarter: true, measures: BY_QUARTER, rows };
}

const TITLES: Readonly<Record<ReportMeasure, string>> = {
  budget: 'Budget',
  plan: 'Plan',
  spent: 'Spent',
  disbursed: 'Disbursed',
  committed: 'Committed',
  available: 'Available',
};

/** The report as printed: million baht with four decimals, each cell rounded half-up from its exact value. */
export function quarterlyTable(report: QuarterlyReport, title: string, caption: readonly string[]): Table {
  const keys: Column[] = [textColumn('project_code', 'Project')];
  if (report.byQuarter) keys.push(textColumn('quarter', 'Quarter'));
  return {
    title,
    caption: ['Unit: million baht', ...caption],
    columns: [...keys, ...report.measures.map((measure) => figureColumn(`${measure}_m`, TITLES[measure]))],
    rows: report.rows.map((row) => printedRow(row, report.measures)),
    footnotes: roundingNotes(report),
  };
}

function printedRow({ project, quarter, figures }: QuarterlyRow, measures: readonly ReportMeasure[]): Row {
  return {
    project_code: project,
    ...(quarter === undefined ? {} : { quarter }),
    ...Object.fromEntries(measures.map((measure) => [`${measure}_m`, printed(figures, measure)])),
  };
}

const printed = (figures: Figures, measure: ReportMeasure): string | undefined => {
  const amount = figures[measure];
  return amount === undefined ? undefined : formatMillionBaht(amount);
};

/** The exact figures of a row in baht, for JSON. */
export function exactFigures({ figures }: QuarterlyRow, measures: readonly ReportMeasure[]): Row {
  return Object.fromEntries(
    measures.map((measure) => {
      const amount = figures[measure];
      return [measure, amount === undefined ? undefined : formatBaht(amount)];
    }),
  );
}

/** Says where printed cells do not add up to the printed total, since each is rounded from its exact value. */
function roundingNotes({ rows, measures, byQuarter }: QuarterlyReport): string[] {
  const groups = byQuarter ? Map.groupBy(rows, (row) => row.project) : new Map([['TOTAL', rows]]);
  return [...groups].flatMap(([group, members]) =>
    measures.flatMap((measure) => {
      const total = printed(members.at(-1)?.figures as Figures, measure);
      if (total === undefined) return [];
      const parts = members.slice(0, -1).flatMap((row) => printed(row.figures, measure) ?? []);
      const added = sum(parts.map(parseMillionBaht));
      const difference = subtract(added, parseMillionBaht(total));
      if (difference === 0) return [];
      return [
        `${group}, ${TITLES[measure].toLowerCase()}: the printed cells add up to ${formatMillionBaht(added)}, the total of the exact values is ${total} (difference ${formatMillionBaht(difference)}); each cell is rounded half-up by itself.`,
      ];
    }),
  );
}
