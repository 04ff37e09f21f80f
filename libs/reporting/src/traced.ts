import type { EventFacts } from './explain.ts';
import { type Column, type Table, textColumn } from './table.ts';

/** What is printed in each place, such as a row and a column of a report, or a setting of a policy. */
export type PrintedCells = ReadonlyMap<string, string>;

/** What one event made of what is printed in a place; nothing where nothing is printed. */
export interface TracedEvent extends EventFacts {
  readonly before: string | null;
  readonly after: string | null;
}

/** A place that says something else now, and the events that led from the one to the other, each going on from the last. */
export interface TracedChange {
  readonly place: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly events: readonly TracedEvent[];
}

/** What is printed after an event. */
export interface TracedStep {
  readonly position: string;
  readonly cells: PrintedCells;
}

/** The places that differ between a beginning and the last of some steps, in their order, each with the steps that changed it. */
export function tracedChanges(
  from: PrintedCells,
  steps: readonly TracedStep[],
  factsOf: (position: string) => EventFacts,
): TracedChange[] {
  const last = steps.at(-1)?.cells ?? from;
  const places = new Set([...last.keys(), ...from.keys()]);
  return [...places].flatMap((place): TracedChange[] => {
    const [then, now] = [from.get(place) ?? null, last.get(place) ?? null];
    if (then === now) return [];
    const events: TracedEvent[] = [];
    let before = then;
    for (const { position, cells } of steps) {
      const after = cells.get(place) ?? null;
      if (after !== before) events.push({ ...factsOf(position), before, after });
      before = after;
    }
    return [{ place, from: then, to: now, events }];
  });
}

/** The cells of a table by `row keys · column`, without what is absent. */
export function cellsOfTable({ columns, rows }: Table, keys: readonly string[]): Map<string, string> {
  const figures = columns.filter(({ key }) => !keys.includes(key));
  return new Map(
    rows.flatMap((row) =>
      figures.flatMap(({ key }): [string, string][] => {
        const value = row[key];
        return value === undefined ? [] : [[placeOf([...keys.map((name) => row[name] ?? ''), key]), value]];
      }),
    ),
  );
}

/** The name of a place, from the most general to the most special. */
export const placeOf = (parts: readonly string[]): string => parts.join(' · ');

const COLUMNS: readonly Column[] = [
  textColumn('place', 'Where'),
  textColumn('from', 'From'),
  textColumn('to', 'To'),
  textColumn('events', 'Explained by'),
];

/** Old → new per place, each followed by its causes. */
export const tracedTable = (
  changes: readonly TracedChange[],
  title: string,
  caption: readonly string[],
): Table => ({
  title,
  caption,
  columns: COLUMNS,
  rows: changes.map(({ place, from, to, events }) => ({
    place,
    from: from ?? undefined,
    to: to ?? undefined,
    events: events
      .map(
        ({ position, type, actor, reason }) =>
          `${type} at ${position} by ${actor}${reason === null ? '' : `: ${reason}`}`,
      )
      .join('; '),
  })),
  footnotes: [],
});
