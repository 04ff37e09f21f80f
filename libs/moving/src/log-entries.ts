import type { EventStore, Position, RecordedCommand, RecordedEvent } from '#event-store';

/** An event with the commands that it was the last one of. */
export interface LogEntry {
  readonly event: RecordedEvent;
  readonly commands: readonly RecordedCommand[];
}

/** Thrown when a log cannot be read to its end, though its store answers. */
export class UnreadableLog extends Error {
  /** Entries that could be read. */
  readonly read: number;

  constructor(read: number, why: string, cause?: unknown) {
    super(why, { cause });
    this.name = 'UnreadableLog';
    this.read = read;
  }
}

export interface Stretch {
  /** Entries after this position; from the beginning when absent. */
  readonly after?: Position | undefined;
  /** Up to this one; an empty log has none. */
  readonly upTo: Position | undefined;
}

const DECODING: ReadonlySet<unknown> = new Set([
  ...['SyntaxError', 'TypeError', 'RangeError'],
  ...['InvalidAppend', 'UnreadableEvent'],
]);

/** Goes by what the error is called, not by its class: it may come from another realm. */
const isOfDecoding = (error: unknown): error is { readonly message: string } =>
  typeof error === 'object' && error !== null && 'name' in error && DECODING.has(error.name);

/**
 * The events of a log in order, each with the answers that are kept under the keys of its command. Throws
 * `UnreadableLog` where bytes cannot be decoded, or an answer belongs to no event.
 */
export async function* logEntries(
  store: EventStore,
  { after, upTo }: Stretch,
): AsyncGenerator<LogEntry, void, undefined> {
  if (upTo === undefined) return;
  const from = after === undefined ? {} : { after };
  const commands = store.readCommands(from)[Symbol.asyncIterator]();
  let read = 0;
  try {
    let next = await commands.next();
    for await (const event of store.readAll({ ...from, upTo })) {
      const own: RecordedCommand[] = [];
      while (!next.done && store.comparePositions(next.value.position, event.position) <= 0) {
        if (next.value.position !== event.position) {
          throw new UnreadableLog(
            read,
            `the answer kept under the key ${next.value.key} belongs to no event: there is none at position ${next.value.position}`,
          );
        }
        own.push(next.value);
        next = await commands.next();
      }
      yield { event: decoded(event), commands: own };
      read += 1;
    }
  } catch (error) {
    if (isOfDecoding(error)) throw new UnreadableLog(read, error.message, error);
    throw error;
  } finally {
    await commands.return?.(undefined);
  }
}

/** The event with all that it says. Throws `UnreadableEvent`: bytes that say nothing are not carried on. */
const decoded = (event: RecordedEvent): RecordedEvent => ({ ...event });
