import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** What an event is made of once it is written. */
export interface RawEvent {
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

const PAGE = 1_000;

/** The raw ceiling of writing: SQLite with the settings of the ledger, one table, and nothing that is decided. */
export class RawLog {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    this.#database.exec(
      'CREATE TABLE events (position INTEGER PRIMARY KEY, data BLOB NOT NULL, metadata BLOB NOT NULL)',
    );
    this.#insert = this.#database.prepare('INSERT INTO events (data, metadata) VALUES (?, ?)');
  }

  /** One durable commit of one row. */
  one({ data, metadata }: RawEvent): void {
    this.#insert.run(data, metadata);
  }

  /** Durable commits of a thousand rows each. */
  all(events: readonly RawEvent[]): void {
    for (let from = 0; from < events.length; from += PAGE) {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const event of events.slice(from, from + PAGE)) this.one(event);
      this.#database.exec('COMMIT');
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** The bytes of the first events of a ledger file. */
export function rawEvents(file: string, limit: number): RawEvent[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT data, metadata FROM events ORDER BY position LIMIT ?').all(limit);
  database.close();
  return rows as unknown as RawEvent[];
}

/** The raw ceiling of reading: every event of a ledger file in pages, its data and metadata parsed. Answers how many. */
export function readAndParse(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const page = database.prepare(
    'SELECT position, data, metadata FROM events WHERE position > ? ORDER BY position LIMIT ?',
  );
  page.setReturnArrays(true);
  let [after, events] = [0, 0];
  for (;;) {
    const rows = page.all(after, PAGE) as unknown as [
      position: number,
      data: Uint8Array,
      metadata: Uint8Array,
    ][];
    for (const [position, data, metadata] of rows) {
      parse(data);
      parse(metadata);
      after = position;
    }
    events += rows.length;
    if (rows.length < PAGE) break;
  }
  database.close();
  return events;
}

const parse = (bytes: Uint8Array): unknown =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));

/** Bytes of data and metadata of all events of a ledger file. */
export function rawBytes(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const { bytes } = database
    .prepare('SELECT sum(length(data) + length(metadata)) AS bytes FROM events')
    .get() as { readonly bytes: number };
  database.close();
  return bytes;
}
