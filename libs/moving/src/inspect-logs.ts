import type { SealedHead } from '#audit-trail';
import type { EventStore, Position } from '#event-store';
import { entryDifference } from './entry-digest.ts';
import { type LogEntry, logEntries, UnreadableLog } from './log-entries.ts';
import { LogInspection, type LogSummary } from './log-inspection.ts';
import { passed, type Telling } from './telling.ts';

/** A log that is looked at as it stands up to a position. */
export interface StandingLog {
  /** Its name in messages: "the log" or "the access log". */
  readonly name: string;
  readonly store: EventStore;
  /** Nothing for an empty log. */
  readonly head: Position | undefined;
  /** What was sealed of it. */
  readonly heads: readonly SealedHead[];
}

export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** A log, and how far another one is the beginning of it. */
export interface Inspected {
  readonly summary: LogSummary;
  /** What is wrong with the log itself. */
  readonly findings: readonly Fault[];
  /** Events of the other log, as far as they are the first ones of this log. */
  readonly shared: number;
  /** Position of the last of these. */
  readonly sharedUpTo: Position | undefined;
  /** Why the other log is not the beginning of this one; nothing when it is. */
  readonly difference: string | undefined;
  /** The largest event: its place and its bytes. */
  readonly largest: { readonly place: number; readonly bytes: number };
}

/**
 * Reads a log to its end and checks it, and beside it another one that is expected to be its beginning, event by event
 * and answer by answer. What cannot be read is a finding.
 */
export async function inspect(
  log: StandingLog,
  beginning: EventStore | undefined,
  telling: Telling,
): Promise<Inspected> {
  const inspection = new LogInspection(log.name, log.heads);
  const other = await Beginning.of(beginning);
  const what = `checking ${log.name}`;
  const largest = { place: 0, bytes: 0 };
  const findings: Fault[] = [];
  try {
    for await (const entry of logEntries(log.store, { upTo: log.head })) {
      inspection.take(entry);
      await other.compare(entry);
      const bytes = entry.event.dataBytes.length + entry.event.metadataBytes.length;
      if (bytes > largest.bytes) Object.assign(largest, { place: inspection.size, bytes });
      passed(telling, what, inspection.size);
    }
    await other.mustEnd(log.name);
  } catch (error) {
    if (!(error instanceof UnreadableLog)) throw error;
    const message = `Event ${error.read + 1} of ${log.name} cannot be read: ${error.message}.`;
    findings.push({ code: 'event-malformed', message });
  } finally {
    await other.close();
    inspection.finish();
  }
  const summary = inspection.summary();
  telling.onStep({ what, done: inspection.size, complete: true });
  const { shared, sharedUpTo, difference } = other;
  return {
    summary,
    findings: [...findings, ...inspection.findings],
    shared,
    sharedUpTo,
    difference,
    largest,
  };
}

/** The log that should be the beginning of another, read alongside. */
class Beginning {
  shared = 0;
  sharedUpTo: Position | undefined;
  difference: string | undefined;
  readonly #entries: AsyncIterator<LogEntry> | undefined;

  private constructor(entries: AsyncIterator<LogEntry> | undefined) {
    this.#entries = entries;
  }

  static async of(store: EventStore | undefined): Promise<Beginning> {
    const head = await store?.head();
    return new Beginning(store && logEntries(store, { upTo: head })[Symbol.asyncIterator]());
  }

  async compare(entry: LogEntry): Promise<void> {
    if (this.difference !== undefined || !this.#entries) return;
    const found = await this.#next();
    if (!found) return;
    const differs = entryDifference(entry, found);
    if (differs === undefined) {
      this.shared += 1;
      this.sharedUpTo = entry.event.position;
    } else {
      const { stream, revision, type, recordedAt } = found.event;
      this.difference = `event ${this.shared + 1} there is ${type}, revision ${revision} of ${stream}, recorded ${recordedAt}: ${differs}`;
    }
  }

  /** Called when the longer log has ended. */
  async mustEnd(name: string): Promise<void> {
    if (this.difference !== undefined || !this.#entries) return;
    const found = await this.#next();
    if (!found) return;
    const { stream, revision, type, recordedAt } = found.event;
    this.difference = `${name} ends after ${this.shared} events, and there follows ${type}, revision ${revision} of ${stream}, recorded ${recordedAt}`;
  }

  async close(): Promise<void> {
    await this.#entries?.return?.();
  }

  async #next(): Promise<LogEntry | undefined> {
    try {
      const found = await this.#entries?.next();
      return found?.done ? undefined : found?.value;
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      this.difference = `event ${this.shared + 1} there cannot be read: ${error.message}`;
      return undefined;
    }
  }
}
