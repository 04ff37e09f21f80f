import type { Measure, MovementQuarter } from '#budget';
import { add, formatBaht, formatMillionBaht, type Satang, ZERO } from '#kernel';
import { type ExplainedMeasure, FORMULAS, PARTS } from './parts.ts';
import { type Column, figureColumn, type Table, textColumn } from './table.ts';

/** One figure of a report. */
export interface CellAddress {
  /** All projects together when absent. */
  readonly project?: string | undefined;
  readonly quarter: MovementQuarter;
  readonly measure: ExplainedMeasure;
  /** The movement of the quarter itself, or everything up to its end. */
  readonly basis: 'quarter' | 'cumulative';
  /** Only this month of the quarter, or everything up to its end: `YYYY-MM`. */
  readonly month?: string | undefined;
  readonly fundSource?: string | undefined;
  readonly category?: string | undefined;
}

/** One change of a kept figure. */
export interface Entry {
  readonly position: string;
  readonly measure: Measure;
  readonly movement: Satang;
}

/** What is known of the event that made a change. */
export interface EventFacts {
  readonly position: string;
  readonly type: string;
  readonly project: string | null;
  readonly document: string | null;
  readonly effectiveOn: string;
  readonly bookedAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly source: string | null;
  readonly eventId: string;
}

/** An event behind a figure, and the figure after it. */
export interface ExplainedEvent extends EventFacts {
  readonly movement: Satang;
  readonly running: Satang;
}

/** What each event did to a reported figure, in the order of the log; events that left it as it was are left out. */
export function movementsByEvent(
  measure: ExplainedMeasure,
  entries: readonly Entry[],
): { position: string; movement: Satang }[] {
  const moved = new Map<string, Satang>();
  for (const { position, measure: kept, movement } of entries) {
    const sign = PARTS[measure][kept];
    if (sign === undefined) continue;
    moved.set(position, add(moved.get(position) ?? ZERO, (sign * movement) as Satang));
  }
  return [...moved]
    .filter(([, movement]) => movement !== 0)
    .map(([position, movement]) => ({ position, movement }));
}

/** The events behind a figure with its running value, beginning at what it was before them. */
export const explained = (
  measure: ExplainedMeasure,
  entries: readonly Entry[],
  before: Satang,
  factsOf: (position: string) => EventFacts,
): ExplainedEvent[] => withRunning(movementsByEvent(measure, entries), before, factsOf);

/** Movements in the order of the log, each with what the figure came to after it. */
export function withRunning(
  movements: readonly { readonly position: string; readonly movement: Satang }[],
  before: Satang,
  factsOf: (position: string) => EventFacts,
): ExplainedEvent[] {
  let running = before;
  return movements.map(({ position, movement }) => {
    running = add(running, movement);
    return { ...factsOf(position), movement, running };
  });
}

export const explainJson = (event: ExplainedEvent) => ({
  ...event,
  movement: formatBaht(event.movement),
  movement_m: formatMillionBaht(event.movement),
  running: formatBaht(event.running),
  running_m: formatMillionBaht(event.running),
});

/** The part of the year that a figure covers, in words. */
export function spanOf({ quarter, basis, month }: Pick<CellAddress, 'quarter' | 'basis' | 'month'>): string {
  if (month !== undefined) return basis === 'quarter' ? `in ${month}` : `up to the end of ${month}`;
  if (quarter === 'after') return basis === 'quarter' ? 'after the fiscal year' : 'in the year and after it';
  return basis === 'quarter' ? `in ${quarter}` : `up to the end of ${quarter}`;
}

/** What a figure is called: whose it is, and which. */
const nameOf = (cell: CellAddress): string =>
  [cell.project ?? 'TOTAL', cell.fundSource, cell.category, cell.measure]
    .filter((part) => part !== undefined)
    .join(' ');

/** The events as a table that ends in the figure itself. */
export function explainTable(
  cell: CellAddress,
  value: Satang | undefined,
  events: readonly ExplainedEvent[],
  caption: readonly string[],
): Table {
  const title = `${nameOf(cell)} ${spanOf(cell)}`;
  return eventsTable(title, value, events, [`${cell.measure} = ${FORMULAS[cell.measure]}`, ...caption]);
}

/** The events behind any figure; who reads of one project alone needs no column for it. */
export function eventsTable(
  title: string,
  value: Satang | undefined,
  events: readonly ExplainedEvent[],
  [formula = '', ...caption]: readonly string[],
): Table {
  const figure =
    value === undefined
      ? 'nothing yet'
      : `${formatMillionBaht(value)} million baht (${formatBaht(value)} baht)`;
  const projects = new Set(events.map(({ project }) => project));
  return {
    title: `${title}: ${figure}`,
    caption: [formula, 'Unit: baht', ...caption],
    columns: EVENT_COLUMNS.filter(({ key }) => key !== 'project_code' || projects.size > 1),
    rows: events.map((event) => ({
      position: event.position,
      booked_at: event.bookedAt,
      effective_on: event.effectiveOn,
      type: event.type,
      project_code: event.project ?? undefined,
      document: event.document ?? undefined,
      movement: formatBaht(event.movement),
      running: formatBaht(event.running),
      actor: event.actor,
      reason: event.reason ?? undefined,
      source: event.source ?? undefined,
      event_id: event.eventId,
    })),
    footnotes: [],
  };
}

const EVENT_COLUMNS: readonly Column[] = [
  figureColumn('position', 'Position'),
  textColumn('booked_at', 'Booked'),
  textColumn('effective_on', 'Effective'),
  textColumn('type', 'Event'),
  textColumn('project_code', 'Project'),
  textColumn('document', 'Document'),
  figureColumn('movement', 'Movement'),
  figureColumn('running', 'Running'),
  textColumn('actor', 'Actor'),
  textColumn('reason', 'Reason'),
  textColumn('source', 'Source'),
  textColumn('event_id', 'Event id'),
];
