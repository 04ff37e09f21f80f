import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Checkpoint, Expected } from '../client/log-client.ts';
import type { EnvelopedEvent } from '../envelope/envelope.ts';
import type { Stretch } from '../envelope/decision.ts';
import { COPY_TABLES } from './copy-tables.ts';

/** An attempt that reserved events in a stream and is not decided as far as the copy knows. */
export interface OpenAttempt {
  readonly attempt: string;
  readonly decision: string;
  readonly expiresAt: number;
}

/** The last record of the server's log that was applied, by which the copy is recognised again. */
export interface LastRecord {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
}

const SQL = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  origin: 'SELECT * FROM copy_of',
  name: 'INSERT INTO copy_of (one, log) VALUES (1, ?)',
  checkpoint: 'UPDATE copy_of SET commit_position = ?, prepare_position = ?',
  last: 'UPDATE copy_of SET last_stream = ?, last_revision = ?, last_id = ?',
  alarm: 'UPDATE copy_of SET alarm = ? WHERE alarm IS NULL',
  tail: 'SELECT revision FROM copy_streams WHERE name = ?',
  setTail: `INSERT INTO copy_streams (name, revision) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET revision = excluded.revision`,
  forget: 'DELETE FROM copy_streams WHERE name = ?',
  reserve: 'INSERT OR REPLACE INTO copy_reserved VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  openIn: `SELECT DISTINCT attempt, decision, expires_at FROM copy_reserved WHERE stream = ? ORDER BY revision`,
  reserved:
    'SELECT * FROM copy_reserved WHERE attempt = ? AND stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
  drop: 'DELETE FROM copy_reserved WHERE attempt = ?',
} as const;

interface ReservedRow {
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: bigint;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly recorded_at: bigint;
  readonly booked_at: bigint;
}

type Statements = { readonly [name in keyof typeof SQL]: StatementSync };

/** The books of a copy: rows about the server's log, beside the log itself. Streams are named as on the server. */
export class CopyBooks {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(COPY_TABLES);
    const entries = Object.entries(SQL).map(([name, sql]) => {
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      return [name, statement];
    });
    this.#statements = Object.fromEntries(entries) as Statements;
  }

  /** Runs everything or nothing, durably. */
  transaction<T>(run: () => T): T {
    this.#statements.begin.run();
    try {
      const result = run();
      this.#statements.commit.run();
      return result;
    } catch (error) {
      // A full disk has ended it already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** The log that this is a copy of; nothing on a new file. */
  get log(): string | undefined {
    const log = this.#origin()?.['log'];
    return typeof log === 'string' ? log : undefined;
  }

  beginCopyOf(log: string): void {
    this.#statements.name.run(log);
  }

  get checkpoint(): Checkpoint | undefined {
    const { commit_position: commit, prepare_position: prepare } = this.#origin() ?? {};
    return typeof commit === 'bigint' && typeof prepare === 'bigint' ? { commit, prepare } : undefined;
  }

  advanceTo({ commit, prepare }: Checkpoint): void {
    this.#statements.checkpoint.run(commit, prepare);
  }

  get last(): LastRecord | undefined {
    const { last_stream: stream, last_revision: revision, last_id: id } = this.#origin() ?? {};
    const isThere = typeof stream === 'string' && typeof revision === 'bigint' && typeof id === 'string';
    return isThere ? { stream, revision, id } : undefined;
  }

  setLast({ stream, revision, id }: LastRecord): void {
    this.#statements.last.run(stream, revision, id);
  }

  get alarm(): string | undefined {
    const alarm = this.#origin()?.['alarm'];
    return typeof alarm === 'string' ? alarm : undefined;
  }

  /** The first alarm stays. */
  raise(alarm: string): void {
    this.#statements.alarm.run(alarm);
  }

  /** The last revision on the server, as far as the copy has come. */
  tailOf(stream: string): Expected {
    const row = this.#statements.tail.get(stream);
    return typeof row?.['revision'] === 'bigint' ? row['revision'] : undefined;
  }

  setTail(stream: string, revision: bigint): void {
    this.#statements.setTail.run(stream, revision);
  }

  forget(stream: string): void {
    this.#statements.forget.run(stream);
  }

  reserve(stream: string, revision: bigint, open: OpenAttempt, event: EnvelopedEvent): void {
    const { attempt, decision, expiresAt } = open;
    const { id, type, schemaVersion, data, metadata, recordedAt, bookedAt } = event;
    const content = [id, type, schemaVersion, data, metadata, recordedAt, bookedAt] as const;
    this.#statements.reserve.run(stream, revision, attempt, decision, expiresAt, ...content);
  }

  /** Attempts that reserved something in a stream and are open. */
  openIn(stream: string): readonly OpenAttempt[] {
    return this.#statements.openIn.all(stream).map((row) => ({
      attempt: String(row['attempt']),
      decision: String(row['decision']),
      expiresAt: Number(row['expires_at']),
    }));
  }

  /** The reserved events of a stretch, as they will stand in the log stream `name`. */
  reserved(attempt: string, { stream, from, count }: Stretch, name: string): EnvelopedEvent[] {
    const rows = this.#statements.reserved.all(attempt, stream, from, count);
    return (rows as unknown as readonly ReservedRow[]).map((row) => ({
      id: row.event_id,
      stream: name,
      type: row.type,
      schemaVersion: Number(row.schema_version),
      data: row.data,
      metadata: row.metadata,
      recordedAt: Number(row.recorded_at),
      bookedAt: Number(row.booked_at),
    }));
  }

  drop(attempt: string): void {
    this.#statements.drop.run(attempt);
  }

  #origin(): Record<string, unknown> | undefined {
    return this.#statements.origin.get();
  }
}
