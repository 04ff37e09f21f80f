import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { openReadingsFile } from './open-readings-file.ts';
import { pageOf } from './page.ts';
import { kept, type Reading, type ReadingPage, type RecordedReading } from './reading.ts';
import { refuse } from './refusals.ts';

const DAY_MS = 86_400_000;

export interface ReadingsOptions {
  /** Path of the file, made when missing. */
  readonly file: string;
  /** How many days readings are kept. */
  readonly days: number;
  readonly clock: () => Instant;
}

/** What of the readings can still be looked up. */
export interface Retention {
  readonly days: number;
  /** What was read before this moment was removed; absent while nothing was. */
  readonly keptFrom?: Instant;
}

/** Who looked at or exported what. Has one writer, as the folder has one owner. */
export class Readings {
  /** What time it is, for readings and for their retention. */
  readonly clock: () => Instant;
  readonly #database: DatabaseSync;
  readonly #insert;
  readonly #days: number;

  private constructor(database: DatabaseSync, days: number, clock: () => Instant) {
    this.#database = database;
    this.#days = days;
    this.clock = clock;
    this.#insert = database.prepare(
      `INSERT INTO readings (at, who, via, address, route, method, path, query, position, format, status, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** Opens the log and removes what is older than the retention. Throws the refusals of `readingsRefusals`. */
  static open({ file, days, clock }: ReadingsOptions): Readings {
    if (!Number.isSafeInteger(days) || days < 1 || days > MOST_DAYS) {
      const message = `Readings are to be kept for ${days} days: expected a whole number from 1 to ${MOST_DAYS}.`;
      throw refuse('readings-retention-wrong', message, { details: { days } });
    }
    const database = openReadingsFile(file);
    try {
      const readings = new Readings(database, days, clock);
      readings.prune();
      return readings;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Keeps a reading. Throws `readings-unavailable` where it cannot be written: then nothing may be shown. */
  record(reading: Reading): void {
    const { at, position, format, status, bytes } = reading;
    this.#orUnavailable('written', () =>
      this.#insert.run(
        Date.parse(at),
        kept('who', reading.who),
        kept('via', reading.via),
        kept('address', reading.address),
        kept('route', reading.route),
        kept('method', reading.method),
        kept('path', reading.path),
        kept('query', reading.query),
        position === undefined ? null : kept('position', position),
        format === undefined ? null : kept('format', format),
        status,
        bytes ?? null,
      ),
    );
  }

  /** A page of readings, the newest first. */
  list(page: ReadingPage): RecordedReading[] {
    return this.#orUnavailable('read', () => pageOf(this.#database, page));
  }

  retention(): Retention {
    const last = this.#orUnavailable('read', () =>
      this.#database.prepare('SELECT kept_from FROM prunings ORDER BY pruning DESC LIMIT 1').get(),
    );
    const keptFrom = last?.['kept_from'];
    return {
      days: this.#days,
      ...(typeof keptFrom === 'number' ? { keptFrom: new Date(keptFrom).toISOString() as Instant } : {}),
    };
  }

  /** Removes what is older than the retention, and notes how much that was. Answers the number of readings. */
  prune(): number {
    return this.#orUnavailable('pruned', () => {
      const now = Date.parse(this.clock());
      const keptFrom = now - this.#days * DAY_MS;
      const removed = this.#inTransaction(() => this.#removeBefore(keptFrom, now));
      // The journal of the file would hold what was removed until it is written over.
      if (removed > 0) this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return removed;
    });
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #removeBefore(keptFrom: number, now: number): number {
    const found = this.#database.prepare('SELECT count(*) AS count FROM readings WHERE at < ?').get(keptFrom);
    const removed = Number(found?.['count']);
    if (removed === 0) return 0;
    this.#database
      .prepare('INSERT INTO prunings (at, days, kept_from, removed) VALUES (?, ?, ?, ?)')
      .run(now, this.#days, keptFrom, removed);
    this.#database.prepare('DELETE FROM readings WHERE at < ?').run(keptFrom);
    return removed;
  }

  #inTransaction<T>(run: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = run();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #orUnavailable<T>(what: string, run: () => T): T {
    try {
      return run();
    } catch (cause) {
      throw refuse('readings-unavailable', `The reading log cannot be ${what} now; try again later.`, {
        cause,
      });
    }
  }
}

/** A hundred years. */
const MOST_DAYS = 36_525;
