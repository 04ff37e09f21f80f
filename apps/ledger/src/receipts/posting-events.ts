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

async function neighbours(
  store: EventStore,
  { position, metadata }: RecordedEvent,
  direction: 'forwards' | 'backwards',
  limit: number,
): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  if (limit <= 0) return found;
  for await (const other of store.readAll({ after: position, direction, limit })) {
    if (other.metadata.commandId !== metadata.commandId) break;
    found.push(other);
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
