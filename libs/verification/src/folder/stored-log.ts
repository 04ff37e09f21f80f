import { basename } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { FoundEvent } from '#audit-trail';
import { ledgerSchemaFault, type RecordedEvent } from '#event-store';
import { Recent } from '#kernel';
import type { LogStreams, SaidEvent } from '../decisions/log-streams.ts';
import type { Finding } from '../finding.ts';
import { openSnapshot } from './snapshot.ts';
import {
  type BytesAt,
  foundIn,
  recordedIn,
  ROW_COLUMNS,
  saidIn,
  type StoredBytes,
  type StoredRow,
} from './stored-row.ts';

/** A log may have millions of streams. */
const STREAMS_AT_HAND = 8_192;

/** The columns of events that hold numbers, and the largest that they may. */
const NUMBERS = ['position', 'stream_id', 'revision', 'schema_version', 'recorded_at', 'booked_at'] as const;
const LARGEST = Number.MAX_SAFE_INTEGER;

const OF_STREAM = 'WHERE stream_id = ? AND revision >= ? ORDER BY revision';

/** A part of the log, in its order; all of it where nothing is said. */
export interface LogSpan {
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

/** An event as it lies in the file, and its place there. */
export interface StoredEvent {
  /** That of the store; grows along the log. */
  readonly position: number;
  readonly found: FoundEvent;
}

/**
 * The log in the file of a ledger as it lies there, read without the store that wrote it: what somebody changed behind
 * its back is read too. Damage is thrown as SQLite tells it.
 */
export class StoredLog implements LogStreams {
  readonly database: DatabaseSync;
  /** Its name in the folder. */
  readonly file: string;
  readonly #names = new Recent<number, string>(STREAMS_AT_HAND);
  readonly #ids = new Recent<string, number>(STREAMS_AT_HAND);
  readonly #nameOf: StatementSync;
  readonly #idOf: StatementSync;
  /** Statements over a stream that nobody is reading just now: to prepare one takes as long as to read some events. */
  readonly #idle: StatementSync[] = [];
  readonly #bytesAt: BytesAt;

  private constructor(database: DatabaseSync, file: string) {
    this.database = database;
    this.file = file;
    this.#nameOf = database.prepare('SELECT name FROM streams WHERE stream_id = ?');
    this.#idOf = database.prepare('SELECT max(stream_id) AS id FROM streams WHERE name = ?');
    const bytes = database.prepare('SELECT event_id, data, metadata FROM events WHERE position = ?');
    this.#bytesAt = (position) => bytes.get(position) as unknown as StoredBytes;
  }

  static open(file: string): StoredLog {
    const database = openSnapshot(file);
    try {
      return new StoredLog(database, basename(file));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Why the tables are not those that the program made, or nothing. */
  schemaFault(): string | undefined {
    return ledgerSchemaFault(this.database);
  }

  /** Whether there is an index over the identities of all events that holds none twice. It is believed when it is whole. */
  allowsEachIdentityOnce(): boolean {
    const unique = this.database.prepare(
      `SELECT 1 FROM pragma_index_list('events') AS list
       WHERE list."unique" = 1 AND list.partial = 0
         AND (SELECT json_group_array(name) FROM pragma_index_info(list.name)) = '["event_id"]'`,
    );
    return unique.get() !== undefined;
  }

  /** Every event in the order of the log. */
  *events(): Generator<StoredEvent> {
    for (const row of rowsOf(this.#select('ORDER BY position'))) {
      yield { position: row[0], found: foundIn(row, this.#streamOf(row), this.#bytesAt) };
    }
  }

  /** Events at so many places from one on, counted from 1; nothing for one that cannot be read. */
  *at(first: number, count: number): Generator<RecordedEvent | undefined> {
    for (const row of rowsOf(this.#select('ORDER BY position LIMIT ? OFFSET ?'), count, first - 1)) {
      yield recordedIn(row, this.#streamOf(row) ?? '', this.#bytesAt);
    }
  }

  /** Every event that can be read, in the order of the log. */
  *recorded({ after = 0, limit }: LogSpan = {}): Generator<RecordedEvent> {
    const rows = this.#select('WHERE position > ? ORDER BY position LIMIT ?');
    for (const row of rowsOf(rows, after, limit ?? -1)) {
      const event = recordedIn(row, this.#streamOf(row) ?? '', this.#bytesAt);
      if (event) yield event;
    }
  }

  /** Events of the log. */
  count(): number {
    return Number(this.database.prepare('SELECT count(*) AS events FROM events').get()?.['events'] ?? 0);
  }

  /** The position of the event at a place in the log, from 1; 0 before the first. */
  positionOf(place: number): number {
    if (place === 0) return 0;
    const row = this.database
      .prepare('SELECT position FROM events ORDER BY position LIMIT 1 OFFSET ?')
      .get(place - 1);
    return Number(row?.['position'] ?? 0);
  }

  /** The first event with a number that cannot be read, since no log holds one of that size; nothing where there is none. */
  largeNumber(): Finding | undefined {
    const fits = NUMBERS.map((column) => `${column} BETWEEN -${LARGEST} AND ${LARGEST}`).join(' AND ');
    const row = this.database
      .prepare(
        `SELECT CAST(position AS TEXT) AS position, (SELECT count(*) FROM events b WHERE b.position <= a.position) AS line
         FROM events a WHERE NOT (${fits}) ORDER BY a.position LIMIT 1`,
      )
      .get();
    if (!row) return undefined;
    const [file, position, line] = [this.file, String(row['position']), Number(row['line'])];
    const message = `The event at position ${position} holds a number beyond 2^53 - 1: ${file} cannot be read from there on.`;
    return { code: 'log-unreadable', file, line, message };
  }

  /** The last position that the store gave, whether its event is still there or not; no number where that says none. */
  lastNumbered(): number {
    const row = this.database
      .prepare("SELECT CAST(seq AS TEXT) AS seq FROM sqlite_sequence WHERE name = 'events'")
      .get();
    return Number(row?.['seq'] ?? 0);
  }

  *names(): Generator<string> {
    for (const row of this.database
      .prepare('SELECT stream_id, name FROM streams ORDER BY stream_id')
      .iterate()) {
      const name = row['name'] as string;
      this.#ids.set(name, row['stream_id'] as number);
      yield name;
    }
  }

  *read(stream: string, from = 0): Generator<SaidEvent> {
    const id = this.#idOfStream(stream);
    if (id === null) return;
    const rows = this.#idle.pop() ?? this.#select(OF_STREAM);
    try {
      for (const row of rowsOf(rows, id, from)) {
        const event = saidIn(row, stream, this.#bytesAt);
        if (event) yield event;
      }
    } finally {
      this.#idle.push(rows);
    }
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }

  #streamOf([, id]: StoredRow): string | undefined {
    let name = this.#names.get(id);
    if (name === undefined) {
      name = this.#nameOf.get(id)?.['name'] as string | undefined;
      if (name !== undefined) this.#names.set(id, name);
    }
    return name;
  }

  #idOfStream(stream: string): number | null {
    const known = this.#ids.get(stream);
    if (known !== undefined) return known;
    const id = this.#idOf.get(stream)?.['id'] as number | null;
    if (id !== null) this.#ids.set(stream, id);
    return id;
  }

  #select(which: string): StatementSync {
    const statement = this.database.prepare(`SELECT ${ROW_COLUMNS} FROM events ${which}`);
    statement.setReturnArrays(true);
    return statement;
  }
}

const rowsOf = (statement: StatementSync, ...values: number[]): Iterable<StoredRow> =>
  statement.iterate(...values) as Iterable<unknown> as Iterable<StoredRow>;
