import { type EventCatalogue, type StoredEvent, UnreadableEvent } from './catalogue.ts';
import type { Decider } from './decider.ts';
import type { DomainEvent } from './event.ts';
import { messageOf } from './message-of.ts';

/**
 * A state with one more event of the log. Throws `UnreadableEvent` with the place of the event, whatever it is of it that the
 * catalogue or the decider cannot take; the state is of no use then.
 */
export function evolveStored<State, Event extends DomainEvent>(
  decider: Pick<Decider<State, never, Event>, 'evolve'>,
  catalogue: Pick<EventCatalogue, 'read'>,
  state: State,
  stored: StoredEvent,
): State {
  try {
    return decider.evolve(state, catalogue.read(stored) as Event);
  } catch (error) {
    if (error instanceof UnreadableEvent && error.event) throw error;
    throw new UnreadableEvent(messageOf(error), stored, { cause: error });
  }
}
