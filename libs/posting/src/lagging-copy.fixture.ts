import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, type Position, type RecordedEvent, WrongExpectedRevision } from '#event-store';

/** How a process sees a log that it shares with others: it appends to the log itself and reads what has come so far. */
export interface LaggingCopy {
  readonly store: EventStore;
  /** Until everything that is in the log now can be read. */
  readonly newest: () => Promise<void>;
  /** How often somebody else came first. */
  readonly conflicts: () => number;
}

/**
 * A view of a log that follows it a random while behind, as the copy of an event database does: a unit of the recorder,
 * no event database. An append is acknowledged when it can be read here.
 */
export function laggingCopy(log: EventStore, { lagMs }: { readonly lagMs: number }): LaggingCopy {
  let seen: Position | undefined;
  let conflicts = 0;
  const isSeen = (position: Position): boolean =>
    seen !== undefined && log.comparePositions(position, seen) <= 0;
  const newest = async (): Promise<void> => {
    const head = await log.head();
    await pause(Math.random() * lagMs);
    if (head !== undefined && !isSeen(head)) seen = head;
  };
  async function* visible(events: AsyncIterable<RecordedEvent>): AsyncGenerator<RecordedEvent> {
    for await (const event of events) if (isSeen(event.position)) yield event;
  }
  const store: EventStore = {
    ...bound(log),
    async appendMany(writes, checks, command) {
      await pause(Math.random() * lagMs);
      try {
        const result = await log.appendMany(writes, checks, command);
        await newest();
        return result;
      } catch (error) {
        if (error instanceof WrongExpectedRevision) conflicts += 1;
        // As a store of an event database does: what stood in the way can be read before it is told.
        await newest();
        throw error;
      }
    },
    async findCommand(key) {
      const found = await log.findCommand(key);
      return found && isSeen(found.position) ? found : undefined;
    },
    readStream: (stream, options) => visible(log.readStream(stream, options)),
  };
  return { store, newest, conflicts: () => conflicts };
}

/** What goes straight to the log. */
const bound = (log: EventStore): EventStore => ({
  capabilities: log.capabilities,
  standing: () => log.standing(),
  append: (write, command) => log.append(write, command),
  appendMany: (writes, checks, command) => log.appendMany(writes, checks, command),
  findCommand: (key) => log.findCommand(key),
  readCommands: (options) => log.readCommands(options),
  readStream: (stream, options) => log.readStream(stream, options),
  readAll: (options) => log.readAll(options),
  readPages: (options) => log.readPages(options),
  subscribe: (options) => log.subscribe(options),
  newest: (streams) => log.newest(streams),
  head: () => log.head(),
  positionAt: (bookedAt) => log.positionAt(bookedAt),
  parsePosition: (text) => log.parsePosition(text),
  comparePositions: (a, b) => log.comparePositions(a, b),
  close: () => log.close(),
});
