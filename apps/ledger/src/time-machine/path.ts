import type { CivilDate } from '#kernel';

/** An event as far as its place on both axes goes. */
export interface Placed {
  readonly position: bigint;
  readonly effectiveOn: CivilDate;
}

/** A point on both axes: what is known up to a position, and of that what takes effect up to a day. */
export interface Point {
  readonly position: bigint;
  /** Everything that is known, when absent. */
  readonly day?: CivilDate | undefined;
}

/** Whether an event counts at a point. */
export const counts = ({ position, effectiveOn }: Placed, at: Point): boolean =>
  position <= at.position && (at.day === undefined || effectiveOn <= at.day);

/** One event that comes or goes on the way from one point to another, and all that count after it, in the order of the log. */
export interface PathStep<Event extends Placed> {
  readonly event: Event;
  readonly counting: readonly Event[];
}

/**
 * The way from one point to another, event by event: first everything that became known meanwhile, in the order of the
 * log, then what comes in or goes out with the day.
 */
export function pathBetween<Event extends Placed>(
  events: readonly Event[],
  from: Point,
  to: Point,
): PathStep<Event>[] {
  const corner = { position: to.position, day: from.day };
  const known = events.filter((event) => counts(event, corner) !== counts(event, from)).sort(byPosition);
  const effective = events.filter((event) => counts(event, to) !== counts(event, corner)).sort(byDay);
  if (to.day !== undefined && (from.day === undefined || to.day < from.day)) effective.reverse();
  const counting = new Set(events.filter((event) => counts(event, from)));
  return [...known, ...effective].map((event) => {
    if (!counting.delete(event)) counting.add(event);
    return { event, counting: [...counting].sort(byPosition) };
  });
}

const byPosition = (a: Placed, b: Placed): number => (a.position < b.position ? -1 : 1);

const byDay = (a: Placed, b: Placed): number =>
  a.effectiveOn === b.effectiveOn ? byPosition(a, b) : a.effectiveOn < b.effectiveOn ? -1 : 1;
