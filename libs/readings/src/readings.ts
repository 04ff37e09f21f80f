import { type Database, type DatabaseHome, DatabaseUnusable } from '#database';
import type { Instant } from '#kernel';
import { openReadings } from './open-readings.ts';
import { pageOf } from './page.ts';
import { kept, type Reading, type ReadingPage, type RecordedReading } from './reading.ts';
import { refuse } from './refusals.ts';

const DAY_MS = 86_400_000;

export interface ReadingsOptions {
  /** A file, made when missing; or PostgreSQL, where several processes share the log. */
  readonly home: DatabaseHome;
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

/** Who looked at or exported what. */
export class Readings {
  /** What time it is, for readings and for their retention. */
  readonly clock: () => Instant;
  readonly #database: Database;
  readonly #days: number;

  private constructor(database: Database, days: number, clock: () => Instant) {
    this.#database = database;
    this.#days = days;
    this.clock = clock;
  }

  /** Opens the log and removes what is older than the retention. Throws the refusals of `readingsRefusals`. */
  static async open({ home, days, clock }: ReadingsOptions): Promise<Readings> {
    if (!Number.isSafeInteger(days) || days < 1 || days > MOST_DAYS) {
      const message = `Readings are to be kept for ${days} days: expected a whole number from 1 to ${MOST_DAYS}.`;
      throw refuse('readings-retention-wrong', message, { details: { days } });
    }
    const database = await openReadings(home);
    try {
      const readings = new Readings(database, days, clock);
      await readings.prune();
      return readings;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** Keeps a reading. Throws `readings-unavailable` where it cannot be written: then nothing may be shown. */
  async record(reading: Reading): Promise<void> {
    const { at, position, format, status, bytes } = reading;
    const kepts = FIELDS.map((field) => kept(field, reading[field]));
    const written = this.#database.run(
      INSERT,
      ...[Date.parse(at), ...kepts],
      position === undefined ? null : kept('position', position),
      format === undefined ? null : kept('format', format),
      status,
      bytes ?? null,
    );
    await orUnavailable('written', written);
  }

  /** A page of readings, the newest first. */
  list(page: ReadingPage): Promise<RecordedReading[]> {
    return orUnavailable('read', pageOf(this.#database, page));
  }

  async retention(): Promise<Retention> {
    const last = await orUnavailable(
      'read',
      this.#database.get('SELECT kept_from FROM prunings ORDER BY pruning DESC LIMIT 1'),
    );
    return {
      days: this.#days,
      ...(last ? { keptFrom: new Date(Number(last['kept_from'])).toISOString() as Instant } : {}),
    };
  }

  /** Removes what is older than the retention, and notes how much that was. Answers the number of readings. */
  prune(): Promise<number> {
    return orUnavailable('pruned', this.#prune());
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #prune(): Promise<number> {
    const now = Date.parse(this.clock());
    const keptFrom = now - this.#days * DAY_MS;
    const removed = await this.#database.transaction(() => this.#removeBefore(keptFrom, now));
    // The journal of the file would hold what was removed until it is written over.
    if (removed > 0) await this.#database.wipe();
    return removed;
  }

  async #removeBefore(keptFrom: number, now: number): Promise<number> {
    const found = await this.#database.get('SELECT count(*) AS count FROM readings WHERE at < ?', keptFrom);
    const removed = Number(found?.['count']);
    if (removed === 0) return 0;
    await this.#database.run(
      'INSERT INTO prunings (at, days, kept_from, removed) VALUES (?, ?, ?, ?)',
      ...[now, this.#days, keptFrom, removed],
    );
    // In slices: no statement takes longer than a server lets one take.
    for (let left = removed; left > 0; left -= SLICE) {
      await this.#database.run(
        'DELETE FROM readings WHERE reading IN (SELECT reading FROM readings WHERE at < ? ORDER BY at LIMIT ?)',
        ...[keptFrom, SLICE],
      );
    }
    return removed;
  }
}

const FIELDS = ['who', 'via', 'address', 'route', 'method', 'path', 'query'] as const;

const INSERT = `INSERT INTO readings (at, ${FIELDS.join(', ')}, position, format, status, bytes)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

async function orUnavailable<T>(what: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    const why = cause instanceof DatabaseUnusable ? `: ${cause.message}` : ' now; try again later';
    throw refuse('readings-unavailable', `The reading log cannot be ${what}${why}.`, { cause });
  }
}

/** Readings that are removed by one statement. */
const SLICE = 20_000;

/** A hundred years. */
const MOST_DAYS = 36_525;
