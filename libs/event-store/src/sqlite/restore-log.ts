import { rmSync } from 'node:fs';
import { encodeCanonical } from '../canonical.ts';
import type { RecordedCommand, RecordedEvent } from '../event-store.ts';
import { toRecordedEvent } from '../log/recorded-event.ts';
import type { PlacedEvent } from '../log/sequenced-log.ts';
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
    const restoration = LogRestoration.onto(file);
    if (restoration.last === undefined) return restoration;
    restoration.release();
    throw new Error(`${file} holds events: expected an empty ledger to restore a log into`);
  }

  /** Goes on after what the file holds; makes it when there is none. */
  static onto(file: string): LogRestoration {
    return new LogRestoration(file, new SqliteLog(openLedgerFile(file, false), file));
  }

  /** How many events the file holds. */
  get size(): number {
    return Number(this.#log.placeUpTo()?.position ?? 0n);
  }

  /** The last event of the file. */
  get last(): RecordedEvent | undefined {
    const request = { above: undefined, below: undefined, direction: 'backwards', limit: 1 } as const;
    const [stored] = this.#log.page({ ...request, matches: () => true }).events;
    return stored && toRecordedEvent(stored);
  }

  /** Adds the next event at the end of the log, and the commands whose last event it is. */
  add(event: RecordedEvent, commands: readonly RecordedCommand[] = []): void {
    if (this.#waiting === 0) this.#log.begin();
    this.#log.write([placed(event)], undefined);
    for (const { key, inputHash, answer } of commands) {
      const marker = { key, inputHash, answer: encodeCanonical(answer, 'the answer of the command') };
      this.#log.writeCommand(marker, Date.parse(event.recordedAt));
    }
    this.#waiting += 1;
    if (this.#waiting === BATCH) this.#commit();
  }

  /** Makes everything durable in the one file, and lets go of it. */
  finish(): void {
    this.#commit();
    this.#log.settle();
    this.#log.close();
  }

  /** Lets go of the file; what was committed stays. */
  release(): void {
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

function placed(event: RecordedEvent): PlacedEvent {
  const { id, stream, revision, type, schemaVersion, recordedAt, bookedAt } = event;
  const [data, metadata] = [event.dataBytes, event.metadataBytes];
  const times = { recordedAt: Date.parse(recordedAt), bookedAt: Date.parse(bookedAt) };
  return { id, stream, revision, type, schemaVersion, data, metadata, ...times };
}
