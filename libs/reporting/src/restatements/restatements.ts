import { formatMillionBaht, type Quarter, type Satang } from '#kernel';
import { type ChangedCell, changeOf, type ExplainedChange } from '../diff.ts';
import { explainJson, type EventFacts } from '../explain.ts';
import type { TracedChange } from '../traced.ts';

/** A quarterly report as it was published. */
export interface PublishedReport {
  readonly report: string;
  readonly quarter: Quarter;
  readonly title: string | null;
  /** The day that its figures stand for: it showed what was known at its end. */
  readonly asOf: string;
  /** The last position that was known then. */
  readonly position: string;
}

/** A published report, and what says something else now. */
export interface RestatedReport extends PublishedReport {
  /** Cells of projects, each with the events that make the difference; their movements add up to it. */
  readonly cells: readonly ExplainedChange[];
  /** The totals that differ because cells do. */
  readonly totals: readonly ChangedCell[];
  /** Cells of KPIs: place `KPI · quarter · column`. */
  readonly kpis: readonly TracedChange[];
  /** What the report says of its projects: place `project · quarter · column`. */
  readonly statuses: readonly TracedChange[];
}

/** What a restated cell said, says now, and by how much they differ, as printed. */
interface RestatedFigures {
  readonly published: string | undefined;
  readonly now: string | undefined;
  readonly difference?: string | undefined;
}

/** One restated cell, or a further event behind it. Figures are million baht; those of KPIs in their own unit. */
export interface RestatementLine {
  readonly report: string;
  readonly asOf: string;
  readonly subject: string;
  readonly quarter: string;
  readonly column: string;
  /** Only on the first line of a cell, so that a column can be added up. */
  readonly figures?: RestatedFigures;
  /** The same of a cell that holds words. */
  readonly words?: RestatedFigures;
  /** Absent for totals, which follow from their cells. */
  readonly event?: EventFacts & { readonly movement: string | undefined };
}

/** Cells that say something else now; totals, which follow from cells, are not counted. */
export const restatedIn = (reports: readonly RestatedReport[]): number =>
  reports.reduce((count, report) => count + cellsIn(report), 0);

/** The same of one report. */
export const cellsIn = ({ cells, kpis, statuses }: RestatedReport): number =>
  cells.length + kpis.length + statuses.length;

const million = (amount: Satang | undefined): string | undefined =>
  amount === undefined ? undefined : formatMillionBaht(amount);

/** A line per event behind each cell, in the order of the reports. */
export const restatementLines = (reports: readonly RestatedReport[]): RestatementLine[] =>
  reports.flatMap((report) => [
    ...report.cells.flatMap((cell) => linesOfCell(report, cell)),
    ...report.totals.flatMap((total) => linesOfCell(report, { ...total, events: [] })),
    ...[...report.kpis, ...report.statuses].flatMap((change) => linesOfTraced(report, change)),
  ]);

function linesOfCell({ report, asOf, quarter }: RestatedReport, cell: ExplainedChange): RestatementLine[] {
  const place = {
    report,
    asOf,
    subject: cell.project,
    quarter: cell.quarter ?? `to ${quarter}`,
    column: cell.measure,
  };
  const figures = {
    published: million(cell.from),
    now: million(cell.to),
    difference: formatMillionBaht(changeOf(cell)),
  };
  const events = cell.events.map((event) => ({ ...event, movement: formatMillionBaht(event.movement) }));
  return withEvents(place, { figures }, events);
}

const FIGURE = /^-?\d+(?:\.\d+)?$/;

function linesOfTraced({ report, asOf }: RestatedReport, change: TracedChange): RestatementLine[] {
  const [subject = '', quarter = '', column = ''] = change.place.split(' · ');
  const shown = { published: change.from ?? undefined, now: change.to ?? undefined };
  const isFigure = [change.from, change.to].every((cell) => cell === null || FIGURE.test(cell));
  const events = change.events.map((event) => ({ ...event, movement: undefined }));
  const place = { report, asOf, subject, quarter, column };
  return withEvents(place, isFigure ? { figures: shown } : { words: shown }, events);
}

type Place = Pick<RestatementLine, 'report' | 'asOf' | 'subject' | 'quarter' | 'column'>;

function withEvents(
  place: Place,
  shown: Pick<RestatementLine, 'figures' | 'words'>,
  events: readonly NonNullable<RestatementLine['event']>[],
): RestatementLine[] {
  const [event, ...more] = events;
  return [
    { ...place, ...shown, ...(event && { event }) },
    ...more.map((each) => ({ ...place, event: each })),
  ];
}

/** A restated report as JSON: baht and million baht of each cell, with every event behind it. */
export const restatedJson = ({
  report,
  quarter,
  title,
  asOf,
  position,
  cells,
  totals,
  kpis,
  statuses,
}: RestatedReport) => ({
  report,
  quarter,
  title,
  asOf,
  position,
  cells: cells.map((cell) => ({ ...figuresJson(cell), events: cell.events.map(explainJson) })),
  totals: totals.map(figuresJson),
  kpis: kpis.map((change) => tracedJson('kpi_code', change)),
  statuses: statuses.map((change) => tracedJson('project_code', change)),
});

const figuresJson = (cell: ChangedCell) => ({
  project_code: cell.project,
  ...(cell.quarter === undefined ? {} : { quarter: cell.quarter }),
  measure: cell.measure,
  published_m: million(cell.from) ?? null,
  now_m: million(cell.to) ?? null,
  difference_m: formatMillionBaht(changeOf(cell)),
});

function tracedJson(subject: 'kpi_code' | 'project_code', { place, from, to, events }: TracedChange) {
  const [code, quarter, column] = place.split(' · ');
  return { [subject]: code, quarter, column, published: from, now: to, events };
}
