import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { EVENT_COLUMNS } from './event-row.ts';

const EVENT = `${EVENT_COLUMNS} FROM events JOIN streams USING (stream_id)`;
const PLACE = 'position, recorded_at, booked_at FROM events';
const STREAM = '(SELECT stream_id FROM streams WHERE name = ?)';

const SQL = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  dataVersion: 'PRAGMA data_version',
  save: 'SAVEPOINT append',
  keep: 'RELEASE append',
  undo: 'ROLLBACK TO append',
  command: 'SELECT key, input_hash, answer, position, recorded_at FROM commands WHERE key = ?',
  commandsAfter: `SELECT key, input_hash, answer, position, recorded_at FROM commands
    WHERE position > ? ORDER BY position LIMIT ?`,
  event: `SELECT ${EVENT} WHERE event_id = ?`,
  bytes: 'SELECT data, metadata FROM events WHERE position = ?',
  lastRevision: `SELECT max(revision) AS revision FROM events WHERE stream_id = ${STREAM}`,
  placeAfter: `SELECT ${PLACE} WHERE position > ? ORDER BY position LIMIT 1`,
  placeUpTo: `SELECT ${PLACE} WHERE position <= ? ORDER BY position DESC LIMIT 1`,
  forwards: `SELECT ${EVENT} WHERE position BETWEEN ? AND ? ORDER BY position`,
  backwards: `SELECT ${EVENT} WHERE position BETWEEN ? AND ? ORDER BY position DESC`,
  streamForwards: `SELECT ${EVENT} WHERE stream_id = ${STREAM} AND revision >= ? ORDER BY revision`,
  streamBackwards: `SELECT ${EVENT} WHERE stream_id = ${STREAM} AND revision <= ? ORDER BY revision DESC`,
  streamId: 'SELECT stream_id FROM streams WHERE name = ?',
  insertStream: 'INSERT INTO streams (name) VALUES (?)',
  insertEvent: `INSERT INTO events
    (event_id, stream_id, revision, type, schema_version, data, metadata, recorded_at, booked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  insertCommand: `INSERT INTO commands (key, input_hash, answer, position, recorded_at) VALUES (?, ?, ?, ?, ?)`,
} as const;

export type Statements = { readonly [name in keyof typeof SQL]: StatementSync };

/** All statements of the store, prepared once per connection; integers come as bigint. */
export function prepareStatements(database: DatabaseSync): Statements {
  const prepare = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    // Rows of whole events are many and wide: their columns go by place.
    statement.setReturnArrays(sql.includes(EVENT_COLUMNS));
    return statement;
  };
  const entries = Object.entries(SQL).map(([name, sql]) => [name, prepare(sql)]);
  return Object.fromEntries(entries) as Statements;
}
