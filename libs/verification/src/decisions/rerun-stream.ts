import { categoryOf, type DomainEvent, messageOf, UnreadableEvent } from '#kernel';
import type { AnyDecider } from '../books.ts';
import { decideAgain } from './decide-again.ts';
import { differenceBetween } from './difference.ts';
import type { SaidEvent } from './log-streams.ts';
import type { World } from './world.ts';

/** What is wrong with the decision behind an event. */
export interface DecisionFault {
  readonly code: 'decision-differs' | 'decision-missing' | 'event-unknown';
  readonly event: SaidEvent;
  readonly fault: string;
}

/** Takes every decision of a stream again, in order, and gives what is not as it was recorded. */
export function* rerunStream(stream: string, world: World): Generator<DecisionFault> {
  const decider = world.book.deciderOf(categoryOf(stream));
  let state = decider?.initial();
  /** What the last decision also gave, and is still to come. */
  let rest: readonly DomainEvent[] = [];
  let expected = 0n;
  let last: SaidEvent | undefined;
  for (const event of world.streams.read(stream)) {
    // What follows a gap was decided on a state that is not there; the gap itself is found elsewhere.
    if (event.revision !== expected) return;
    expected += 1n;
    last = event;
    const known = readable(event, decider, world);
    if (!decider || typeof known === 'string') {
      yield {
        code: 'event-unknown',
        event,
        fault: typeof known === 'string' ? known : 'its category is unknown',
      };
      return;
    }
    if (event.metadata.asked !== undefined) {
      if (rest.length > 0)
        yield differs(event, `${rest[0]?.type ?? ''} is decided to stand before it, and is missing`);
      const decided = decideAgain(decider, state, event, world);
      rest = typeof decided === 'string' ? [] : decided;
      if (typeof decided === 'string') yield differs(event, decided);
    } else if (rest.length === 0) {
      yield {
        code: 'decision-missing',
        event,
        fault: 'nothing says what was asked, and no decision before gave it',
      };
    }
    const [own, ...others] = rest;
    const fault = own && differenceOf(event, known, own);
    if (fault !== undefined) yield differs(event, fault);
    rest = others;
    try {
      state = decider.evolve(state, known);
    } catch (error) {
      yield differs(event, `it cannot be followed: ${messageOf(error)}`);
      return;
    }
  }
  if (last && rest.length > 0)
    yield differs(last, `${rest[0]?.type ?? ''} is decided to follow it, and is missing`);
}

/** Events of an older version are compared in the newest form. */
function differenceOf(
  { metadata }: SaidEvent,
  { type, data }: DomainEvent,
  decided: DomainEvent,
): string | undefined {
  if (type !== decided.type) return `it is decided to be ${decided.type}`;
  const { effectiveOn, decision } = metadata;
  return (
    differenceBetween(effectiveOn, decided.effectiveOn, 'effectiveOn') ??
    differenceBetween(data, decided.data, 'data') ??
    differenceBetween(decision, decided.decision, 'decision')
  );
}

const differs = (event: SaidEvent, fault: string): DecisionFault => ({
  code: 'decision-differs',
  event,
  fault,
});

function readable(event: SaidEvent, decider: AnyDecider | undefined, { book }: World): DomainEvent | string {
  if (!decider) return `the category ${categoryOf(event.stream)} is unknown to this version`;
  try {
    const { category } = book.catalogue.definition(event.type);
    if (category !== decider.category) return `${event.type} belongs to a stream of the category ${category}`;
    return book.catalogue.read(event);
  } catch (error) {
    if (error instanceof UnreadableEvent) return error.message;
    throw error;
  }
}
