import { type EventFacts, type PrintedCells, type TracedChange, tracedChanges } from '#reporting';
import { counts, pathBetween, type Placed, type Point } from './path.ts';

/** What is printed of some events at one point and at another, and the events that made the difference. */
export function traced<Event extends Placed>(
  events: readonly Event[],
  { from, to }: { readonly from: Point; readonly to: Point },
  printed: (counting: readonly Event[]) => PrintedCells,
  factsOf: (position: string) => EventFacts,
): TracedChange[] {
  const before = printed(events.filter((event) => counts(event, from)));
  const steps = pathBetween(events, from, to).map(({ event, counting }) => ({
    position: String(event.position),
    cells: printed(counting),
  }));
  return tracedChanges(before, steps, factsOf);
}

/** Settings as places: `policy · approvals · 0 · from`; empty lists and objects stand as they are. */
export function placesOf(value: unknown, path: readonly string[]): [place: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path.join(' · '), String(value)]];
  const members = Object.entries(value);
  if (members.length === 0) return [[path.join(' · '), JSON.stringify(value)]];
  return members.flatMap(([name, member]) => placesOf(member, [...path, name]));
}
