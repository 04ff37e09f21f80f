import { rmSync } from 'node:fs';
import type { RecordedEvent } from '../event-store.ts';
import { openLedgerFile } from './open-ledger-file.ts';
import { SqliteLog } from './sqlite-log.ts';

/** Enough that a commit costs little, few enough that its journal stays small. */
const BATCH = 10_000;

/**
 * Writes a log that was recorded elsewhere into an empty file, event by event as it was recorded: the same bytes, order
 * and times. Nobody else may use the file before `finish`. Nothing is decided or checked here.
 */
export class LogRestoration {
  readonly #file: string;
  readonly #log: SqliteLog;
  #waiting = 0;

  private constructor(file: string, log: SqliteLog) {
    this.#file = file;
    this.#log = log;
  }

  /** Makes the file. Throws when it holds events, or the refusal of a file that is not usable. */
  static into(file: string): LogRestoration {
    const log = new SqliteLog(openLedgerFile(file, false), file);
    if (log.placeUpTo() === undefined) return new LogRestoration(file, log);
    log.close();
    throw new Error(`${file} holds events: expected an empty ledger to restore a log into`);
  }

  /** Adds the next event at the end of the log. */
  add(event: RecordedEvent): void {
    if (this.#waiting === 0) this.#log.begin();
    const { id, stream, revision, type, schemaVersion, recordedAt, bookedAt } = event;
    this.#log.write(
      [
        {
          id,
          stream,
          revision,
          type,
          schemaVersion,
          data: event.dataBytes,
          metadata: event.metadataBytes,
          recordedAt: Date.parse(recordedAt),
          bookedAt: Date.parse(bookedAt),
        },
      ],
      undefined,
    );
    this.#waiting += 1;
    if (this.#waiting === BATCH) this.#commit();
  }

  /** Makes everything durable in the one file, and lets go of it. */
  finish(): void {
    this.#commit();
    this.#log.settle();
    this.#log.close();
  }

  /** Lets go of the file and removes it. */
  discard(): void {
    this.#log.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${this.#file}${suffix}`, { force: true });
  }

  #commit(): void {
    if (this.#waiting > 0) this.#log.commit();
    this.#waiting = 0;
  }
}
