import type { DatabaseSync } from 'node:sqlite';

/**
 * What a copy keeps beside the tables of a log, in the same file and the same transactions: where in the server's log it
 * stands, the last revision of each stream there, and what is reserved and not decided yet.
 */
export const COPY_TABLES = `
CREATE TABLE IF NOT EXISTS copy_of (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  log TEXT NOT NULL,
  commit_position INTEGER,
  prepare_position INTEGER,
  last_stream TEXT,
  last_revision INTEGER,
  last_id TEXT,
  alarm TEXT
) STRICT;

CREATE TABLE IF NOT EXISTS copy_streams (
  name TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS copy_reserved (
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  attempt TEXT NOT NULL,
  decision TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  data BLOB NOT NULL,
  metadata BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  booked_at INTEGER NOT NULL,
  PRIMARY KEY (stream, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS copy_reserved_by_attempt ON copy_reserved (attempt);
`;

/** The name of the log that a file is a copy of; nothing for a log of its own. */
export function copiedLog(database: DatabaseSync): string | undefined {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'copy_of'").get();
  const row = known && database.prepare('SELECT log FROM copy_of').get();
  return row && String(row['log']);
}
