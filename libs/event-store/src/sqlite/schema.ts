import { DatabaseSync } from 'node:sqlite';
import { describeSchema } from '#sqlite/folding';
import { copiedLog, COPY_TABLES } from '../remote/copy/copy-tables.ts';

/** Marks the file as a ledger: "OBLG" in the header. */
export const APPLICATION_ID = 0x4f424c47;

/** One script per schema version; a released one never changes. */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE streams (
  stream_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT CHECK (position > 0),
  event_id BLOB NOT NULL UNIQUE CHECK (length(event_id) = 16),
  stream_id INTEGER NOT NULL REFERENCES streams (stream_id),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  type TEXT NOT NULL CHECK (type <> ''),
  schema_version INTEGER NOT NULL,
  data BLOB NOT NULL,
  metadata BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  booked_at INTEGER NOT NULL CHECK (booked_at <= recorded_at),
  UNIQUE (stream_id, revision)
) STRICT;

CREATE TABLE commands (
  key TEXT NOT NULL PRIMARY KEY,
  input_hash BLOB NOT NULL CHECK (length(input_hash) = 32),
  answer BLOB NOT NULL,
  position INTEGER NOT NULL REFERENCES events (position),
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
${guard('streams', 'name = NEW.name', 'stream_id = NEW.stream_id')}
${guard('events', 'event_id = NEW.event_id', 'position = NEW.position', 'stream_id = NEW.stream_id AND revision = NEW.revision')}
${guard('commands', 'key = NEW.key')}
CREATE TRIGGER events_only_grow AFTER INSERT ON events
WHEN NEW.position < (SELECT max(position) FROM events)
BEGIN SELECT RAISE(ABORT, 'events: a row is only added at the end'); END;
`,
  // Answers are added at the end: in the order of their keys, every commit wrote a page of the file for each of them.
  `
DROP TRIGGER commands_not_updated;
DROP TRIGGER commands_not_deleted;
DROP TRIGGER commands_not_replaced;
ALTER TABLE commands RENAME TO commands_by_key;
CREATE TABLE commands (
  key TEXT NOT NULL UNIQUE,
  input_hash BLOB NOT NULL CHECK (length(input_hash) = 32),
  answer BLOB NOT NULL,
  position INTEGER NOT NULL REFERENCES events (position),
  recorded_at INTEGER NOT NULL
) STRICT;
INSERT INTO commands SELECT key, input_hash, answer, position, recorded_at FROM commands_by_key;
DROP TABLE commands_by_key;
${guard('commands', 'key = NEW.key', 'rowid = NEW.rowid')}
`,
];

/**
 * Nothing is changed and nothing is removed, whoever opens the file. REPLACE removes rows without firing
 * delete triggers unless the connection asks for it, so a row that would take another's place is refused
 * before it is inserted.
 */
function guard(table: string, ...samePlace: string[]): string {
  const taken = samePlace.map((same) => `EXISTS (SELECT 1 FROM ${table} WHERE ${same})`).join('\n  OR ');
  return `
CREATE TRIGGER ${table}_not_updated BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: a row is never changed'); END;
CREATE TRIGGER ${table}_not_deleted BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: a row is never removed'); END;
CREATE TRIGGER ${table}_not_replaced BEFORE INSERT ON ${table}
WHEN ${taken}
BEGIN SELECT RAISE(ABORT, '${table}: a row is never replaced'); END;`;
}

/** The tables and triggers of the log in a database, as text to be compared. */
export const describeLog = (database: DatabaseSync): string =>
  describeSchema(database, ['streams', 'events', 'commands'], { indexes: false });

/** What `describeLog` gives for a file of a version that nobody has touched. */
export const expectedSchema = (version: number): string => inFreshLog(version, describeLog);

/** Asks a log without events, as a version of the program makes it. */
function inFreshLog<T>(version: number, ask: (fresh: DatabaseSync) => T): T {
  const fresh = new DatabaseSync(':memory:');
  try {
    for (const script of MIGRATIONS.slice(0, version)) fresh.exec(script);
    return ask(fresh);
  } finally {
    fresh.close();
  }
}

/**
 * Why the tables of a log, or of a copy with its books, are not those that this version or an earlier one made; nothing when
 * they are. For verifiers, who open no store.
 */
export function ledgerSchemaFault(database: DatabaseSync): string | undefined {
  const { application_id: id } = database.prepare('PRAGMA application_id').get() ?? {};
  const { user_version: version } = database.prepare('PRAGMA user_version').get() ?? {};
  if (id !== APPLICATION_ID) return 'it does not bear the mark of a ledger';
  const isKnown = typeof version === 'number' && version >= 1 && version <= MIGRATIONS.length;
  if (!isKnown) return `its schema version is ${String(version)}: expected at most ${MIGRATIONS.length}`;
  const isCopy = copiedLog(database) !== undefined;
  const made = inFreshLog(version, (fresh) => {
    if (isCopy) fresh.exec(COPY_TABLES);
    return partsOf(fresh);
  });
  const [foreign] = [...partsOf(database)].filter((part) => !made.has(part));
  if (foreign !== undefined) return `there is the ${foreign}, which is no part of a log`;
  if (describeLog(database) === expectedSchema(version)) return undefined;
  return 'its tables or the triggers that guard them were changed';
}

/** What a file consists of, such as `table events`; but for what SQLite keeps for itself. */
function partsOf(database: DatabaseSync): Set<string> {
  const rows = database
    .prepare(
      `SELECT type || ' ' || name AS part FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`,
    )
    .all();
  return new Set(rows.map(({ part }) => String(part)));
}
