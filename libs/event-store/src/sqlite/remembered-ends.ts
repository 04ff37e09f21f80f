import type { RecordedCommand } from '../event-store.ts';
import type { AppendedTo } from '../log/execute-append.ts';
import type { PreparedCommand } from '../log/prepared-append.ts';
import type { LogPlace, PlacedEvent, StoredEvent } from '../log/sequenced-log.ts';
import type { NewestEvents } from './newest-events.ts';
import type { SqliteLog } from './sqlite-log.ts';

/** Streams whose ends are kept; a busy day has fewer. */
const MOST_STREAMS = 16_384;

/**
 * The log as its writer sees it: where the log and its busy streams end is remembered from one append to the next, for
 * nobody else writes the file, or the file says so. Good within a transaction that it began.
 */
export class RememberedEnds implements AppendedTo {
  readonly log: SqliteLog;
  readonly #revisions = new Map<string, bigint | undefined>();
  readonly #streamIds = new Map<string, bigint>();
  /** What was written since the transaction began, append by append. */
  #written: { readonly events: readonly PlacedEvent[]; readonly position: bigint }[] = [];
  #place: LogPlace | undefined;
  #version: bigint | undefined;

  constructor(log: SqliteLog) {
    this.log = log;
  }

  /** Begins a transaction of the log; forgets everything when a foreign tool has written the file since the last one. */
  begin(): void {
    this.log.begin();
    this.#written = [];
    try {
      const version = this.log.foreignWrites();
      if (version !== this.#version) this.forget();
      this.#version = version;
    } catch (error) {
      this.log.rollback();
      throw error;
    }
  }

  /** What was remembered may not have come to stand in the log. */
  forget(): void {
    this.#revisions.clear();
    this.#streamIds.clear();
    this.#place = undefined;
    this.#written = [];
  }

  /** What was written is durable now. */
  committed(newest: NewestEvents): void {
    for (const { events, position } of this.#written) newest.add(events, position);
    this.#written = [];
  }

  findCommand(key: string): RecordedCommand | undefined {
    return this.log.findCommand(key);
  }

  findEvent(id: string): StoredEvent | undefined {
    return this.log.findEvent(id);
  }

  lastRevision(stream: string): bigint | undefined {
    if (this.#revisions.has(stream)) return this.#revisions.get(stream);
    const revision = this.log.lastRevision(stream);
    this.#remember(stream, revision);
    return revision;
  }

  placeUpTo(): LogPlace | undefined {
    return (this.#place ??= this.log.placeUpTo());
  }

  write(events: readonly PlacedEvent[], command: PreparedCommand | undefined): bigint {
    if (this.#streamIds.size >= MOST_STREAMS) this.#streamIds.clear();
    const position = this.log.write(events, command, this.#streamIds);
    this.#written.push({ events, position });
    for (const { stream, revision } of events) this.#remember(stream, revision);
    const last = events.at(-1);
    if (last) this.#place = { position, recordedAt: last.recordedAt, bookedAt: last.bookedAt };
    return position;
  }

  #remember(stream: string, revision: bigint | undefined): void {
    if (this.#revisions.size >= MOST_STREAMS) this.#revisions.clear();
    this.#revisions.set(stream, revision);
  }
}
