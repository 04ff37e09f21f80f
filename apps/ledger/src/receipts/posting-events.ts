import type { EventStore, Position, RecordedEvent } from '#event-store';

/**
 * The events that were written together with one, in the order of the log: those of the same command, which lie side
 * by side. At most `most` and one more, so that the caller sees when there are too many.
 */
export async function eventsOfPosting(
  store: EventStore,
  event: RecordedEvent,
  most: number,
): Promise<readonly RecordedEvent[]> {
  const before = await neighbours(store, event, 'backwards', most);
  const after = await neighbours(store, event, 'forwards', most - before.length);
  return [...before.reverse(), event, ...after];
}

/** Most postings are of few events: a first look reads no more, each next one many. */
const FIRST_LOOK = 4;
const NEXT_LOOK = 500;

async function neighbours(
  store: EventStore,
  { position, metadata }: RecordedEvent,
  direction: 'forwards' | 'backwards',
  most: number,
): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  while (found.length < most) {
    const before = found.length;
    const limit = Math.min(before === 0 ? FIRST_LOOK : NEXT_LOOK, most - before);
    for await (const other of store.readAll({
      after: found.at(-1)?.position ?? position,
      direction,
      limit,
    })) {
      if (other.metadata.commandId !== metadata.commandId) return found;
      found.push(other);
    }
    if (found.length < before + limit) break;
  }
  return found;
}

/** The event at exactly this position; nothing when the log has none. */
export async function eventAt(store: EventStore, position: Position): Promise<RecordedEvent | undefined> {
  for await (const event of store.readAll({ upTo: position, direction: 'backwards', limit: 1 })) {
    return event.position === position ? event : undefined;
  }
  return undefined;
}
