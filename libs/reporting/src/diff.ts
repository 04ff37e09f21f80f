import { formatBaht, formatMillionBaht, type Quarter, type Satang, subtract, ZERO } from '#kernel';
import { type ExplainedEvent, explainJson } from './explain.ts';
import type { ExplainedMeasure } from './parts.ts';
import type { QuarterlyReport, QuarterlyRow } from './quarterly.ts';
import { figureColumn, type Table, textColumn } from './table.ts';

/** A cell that one report shows otherwise than the other. */
export interface ChangedCell {
  readonly project: string;
  readonly quarter?: Quarter | 'TOTAL';
  /** Only of a report by line. */
  readonly fundSource?: string;
  readonly category?: string;
  readonly measure: ExplainedMeasure;
  readonly from: Satang | undefined;
  readonly to: Satang | undefined;
}

/** A changed cell with the events that made the change; their movements add up to it. */
export interface ExplainedChange extends ChangedCell {
  readonly events: readonly ExplainedEvent[];
}

/** The cells that differ between the same report at two moments, in the order of the report. */
export function changedCells(from: QuarterlyReport, to: QuarterlyReport): ChangedCell[] {
  const nameOf = ({ project, quarter }: QuarterlyRow) => `${project}\n${quarter ?? ''}`;
  const before = new Map(from.rows.map((row) => [nameOf(row), row]));
  const after = new Map(to.rows.map((row) => [nameOf(row), row]));
  const names = new Map([...after, ...before].map(([name, row]) => [name, row]));
  return [...names].flatMap(([name, { project, quarter }]) =>
    to.measures.flatMap((measure): ChangedCell[] => {
      const [old, now] = [before.get(name)?.figures[measure], after.get(name)?.figures[measure]];
      if (old === now) return [];
      return [{ project, ...(quarter === undefined ? {} : { quarter }), measure, from: old, to: now }];
    }),
  );
}

export const changeOf = ({ from, to }: ChangedCell): Satang => subtract(to ?? ZERO, from ?? ZERO);

const baht = (amount: Satang | undefined) => (amount === undefined ? null : formatBaht(amount));
const million = (amount: Satang | undefined) => (amount === undefined ? null : formatMillionBaht(amount));

export const changeJson = (cell: ChangedCell) => ({
  project_code: cell.project,
  ...(cell.quarter === undefined ? {} : { quarter: cell.quarter }),
  ...(cell.fundSource === undefined ? {} : { fund_source: cell.fundSource, category: cell.category }),
  measure: cell.measure,
  from: baht(cell.from),
  to: baht(cell.to),
  change: formatBaht(changeOf(cell)),
  from_m: million(cell.from),
  to_m: million(cell.to),
  change_m: formatMillionBaht(changeOf(cell)),
});

export const explainedChangeJson = (cell: ExplainedChange) => ({
  ...changeJson(cell),
  events: cell.events.map(explainJson),
});

/** Old → new per changed cell, each followed by its causes. */
export function diffTable(
  cells: readonly ExplainedChange[],
  title: string,
  caption: readonly string[],
): Table {
  const byLine = cells.some(({ fundSource }) => fundSource !== undefined);
  return {
    title,
    caption: ['Unit: million baht', ...caption],
    columns: [
      textColumn('project_code', 'Project'),
      textColumn('quarter', 'Quarter'),
      ...(byLine ? [textColumn('fund_source', 'Fund source'), textColumn('category', 'Category')] : []),
      textColumn('measure', 'Measure'),
      figureColumn('from_m', 'From'),
      figureColumn('to_m', 'To'),
      figureColumn('change_m', 'Change'),
      textColumn('events', 'Explained by'),
    ],
    rows: cells.map((cell) => ({
      project_code: cell.project,
      quarter: cell.quarter,
      fund_source: cell.fundSource,
      category: cell.category,
      measure: cell.measure,
      from_m: million(cell.from) ?? undefined,
      to_m: million(cell.to) ?? undefined,
      change_m: formatMillionBaht(changeOf(cell)),
      events: cell.events
        .map(({ position, type, movement }) => `${type} at ${position} (${formatMillionBaht(movement)})`)
        .join('; '),
    })),
    footnotes: [],
  };
}
