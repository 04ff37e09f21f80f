import type { Measure, MovementQuarter } from '#budget';
import { add, formatBaht, formatMillionBaht, type Satang, ZERO } from '#kernel';
import { type ExplainedMeasure, FORMULAS, PARTS } from './parts.ts';
import { figureColumn, type Table, textColumn } from './table.ts';

/** One figure of a report. */
export interface CellAddress {
  readonly project: string;
  readonly quarter: MovementQuarter;
  readonly measure: ExplainedMeasure;
  /** The movement of the quarter itself, or everything up to its end. */
  readonly basis: 'quarter' | 'cumulative';
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
export function explained(
  measure: ExplainedMeasure,
  entries: readonly Entry[],
  before: Satang,
  factsOf: (position: string) => EventFacts,
): ExplainedEvent[] {
  let running = before;
  return movementsByEvent(measure, entries).map(({ position, movement }) => {
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
export function spanOf({ quarter, basis }: Pick<CellAddress, 'quarter' | 'basis'>): string {
  if (quarter === 'after') return basis === 'quarter' ? 'after the fiscal year' : 'in the year and after it';
  return basis === 'quarter' ? `in ${quarter}` : `up to the end of ${quarter}`;
}

/** The events as a table that ends in the figure itself. */
export function explainTable(
  cell: CellAddress,
  value: Satang | undefined,
  events: readonly ExplainedEvent[],
  caption: readonly string[],
): Table {
  const span = spanOf(cell);
  const figure =
    value === undefined
      ? 'nothing yet'
      : `${formatMillionBaht(value)} million baht (${formatBaht(value)} baht)`;
  return {
    title: `${[cell.project, cell.fundSource, cell.category, cell.measure].filter((part) => part !== undefined).join(' ')} ${span}: ${figure}`,
    caption: [`${cell.measure} = ${FORMULAS[cell.measure]}`, 'Unit: baht', ...caption],
    columns: [
      figureColumn('position', 'Position'),
      textColumn('booked_at', 'Booked'),
      textColumn('effective_on', 'Effective'),
      textColumn('type', 'Event'),
      textColumn('document', 'Document'),
      figureColumn('movement', 'Movement'),
      figureColumn('running', 'Running'),
      textColumn('actor', 'Actor'),
      textColumn('reason', 'Reason'),
      textColumn('source', 'Source'),
      textColumn('event_id', 'Event id'),
    ],
    rows: events.map((event) => ({
      position: event.position,
      booked_at: event.bookedAt,
      effective_on: event.effectiveOn,
      type: event.type,
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
