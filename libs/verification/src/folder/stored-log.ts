import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { FoundEvent } from '#audit-trail';
import { ledgerSchemaFault, type RecordedEvent } from '#event-store';
import type { LogStreams } from '../decisions/log-streams.ts';
import { openSnapshot } from './snapshot.ts';
import { foundIn, recordedIn, type StoredRow } from './stored-row.ts';

const COLUMNS = `position, stream_id, revision, event_id, type, schema_version, data, metadata, recorded_at, booked_at
  FROM events`;

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
  readonly #names: ReadonlyMap<number, string>;
  readonly #ids: ReadonlyMap<string, number>;

  private constructor(database: DatabaseSync, file: string) {
    this.database = database;
    this.file = file;
    const rows = database.prepare('SELECT stream_id, name FROM streams ORDER BY stream_id').all();
    this.#names = new Map(rows.map((row) => [row['stream_id'] as number, row['name'] as string]));
    this.#ids = new Map([...this.#names].map(([id, name]) => [name, id]));
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

  /** Every event in the order of the log. */
  *events(): Generator<StoredEvent> {
    const rows = this.database.prepare(`SELECT ${COLUMNS} ORDER BY position`).iterate();
    for (const row of rows as Iterable<unknown> as Iterable<StoredRow>) {
      yield { position: row.position, found: foundIn(row, this.#names.get(row.stream_id)) };
    }
  }

  /** Events at so many places from one on, counted from 1; nothing for one that cannot be read. */
  *at(first: number, count: number): Generator<RecordedEvent | undefined> {
    const rows = this.database.prepare(`SELECT ${COLUMNS} ORDER BY position LIMIT ? OFFSET ?`);
    for (const row of rows.iterate(count, first - 1) as Iterable<unknown> as Iterable<StoredRow>) {
      yield recordedIn(row, this.#names.get(row.stream_id) ?? '');
    }
  }

  /** Every event that can be read, in the order of the log. */
  *recorded(): Generator<RecordedEvent> {
    const rows = this.database.prepare(`SELECT ${COLUMNS} ORDER BY position`).iterate();
    for (const row of rows as Iterable<unknown> as Iterable<StoredRow>) {
      const event = recordedIn(row, this.#names.get(row.stream_id) ?? '');
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

  /** The last position that the store gave, whether its event is still there or not. */
  lastNumbered(): number {
    const row = this.database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get();
    return Number(row?.['seq'] ?? 0);
  }

  names(): Iterable<string> {
    return this.#ids.keys();
  }

  *read(stream: string, from = 0): Generator<RecordedEvent> {
    const id = this.#ids.get(stream);
    if (id === undefined) return;
    const rows = this.database
      .prepare(`SELECT ${COLUMNS} WHERE stream_id = ? AND revision >= ? ORDER BY revision`)
      .iterate(id, from);
    for (const row of rows as Iterable<unknown> as Iterable<StoredRow>) {
      const event = recordedIn(row, stream);
      if (event) yield event;
    }
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}
