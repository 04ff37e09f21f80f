import { DatabaseSync } from 'node:sqlite';

/** Marks the file as that of seals: "OBLS" in the header. */
export const APPLICATION_ID = 0x4f424c53;

/**
 * One script per schema version; a released one never changes. Tiles grow at their end, checkpoints are added at the
 * end, and nothing is removed: a program with a defect cannot take back what was sealed. Whoever can write the file
 * can; the signatures and what was published find that.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE ledger (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  origin TEXT NOT NULL
) STRICT;

-- Level 0 holds leaf hashes, level n the roots of subtrees of 256^n leaves, 256 a row, 32 bytes each.
CREATE TABLE tiles (
  log TEXT NOT NULL CHECK (log IN ('ledger', 'access')),
  level INTEGER NOT NULL CHECK (level >= 0),
  tile INTEGER NOT NULL CHECK (tile >= 0),
  hashes BLOB NOT NULL CHECK (length(hashes) % 32 = 0 AND length(hashes) BETWEEN 32 AND 8192),
  -- Of level 0: the positions of its leaves in the store, separated by spaces.
  positions TEXT CHECK ((positions IS NOT NULL) = (level = 0)),
  PRIMARY KEY (log, level, tile)
) STRICT, WITHOUT ROWID;

CREATE TABLE trees (
  log TEXT PRIMARY KEY CHECK (log IN ('ledger', 'access')),
  size INTEGER NOT NULL CHECK (size > 0),
  peaks BLOB NOT NULL CHECK (length(peaks) % 32 = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE verifier_keys (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  since TEXT NOT NULL,
  until TEXT,
  ended TEXT CHECK (ended IN ('rotated', 'lost')),
  CHECK ((until IS NULL) = (ended IS NULL))
) STRICT;

CREATE TABLE checkpoints (
  number INTEGER PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size >= 0),
  access_size INTEGER NOT NULL CHECK (access_size >= 0),
  time TEXT NOT NULL,
  note TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX checkpoints_by_size ON checkpoints (size, number);

CREATE TABLE timestamps (
  timestamp INTEGER PRIMARY KEY,
  number INTEGER NOT NULL REFERENCES checkpoints (number),
  at TEXT NOT NULL,
  token BLOB NOT NULL
) STRICT;
CREATE INDEX timestamps_by_number ON timestamps (number);

CREATE TRIGGER ledger_not_updated BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'seals: an origin never changes'); END;
CREATE TRIGGER ledger_not_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'seals: an origin is never removed'); END;
CREATE TRIGGER tiles_only_grow BEFORE UPDATE ON tiles
WHEN (NEW.log, NEW.level, NEW.tile) IS NOT (OLD.log, OLD.level, OLD.tile)
  OR length(NEW.hashes) <= length(OLD.hashes)
  OR substr(NEW.hashes, 1, length(OLD.hashes)) IS NOT OLD.hashes
  OR substr(NEW.positions, 1, length(OLD.positions)) IS NOT OLD.positions
BEGIN SELECT RAISE(ABORT, 'seals: a tile only grows at its end'); END;
CREATE TRIGGER tiles_not_deleted BEFORE DELETE ON tiles
BEGIN SELECT RAISE(ABORT, 'seals: a tile is never removed'); END;
CREATE TRIGGER trees_only_grow BEFORE UPDATE ON trees
WHEN NEW.log IS NOT OLD.log OR NEW.size <= OLD.size
BEGIN SELECT RAISE(ABORT, 'seals: a tree only grows'); END;
CREATE TRIGGER trees_not_deleted BEFORE DELETE ON trees
BEGIN SELECT RAISE(ABORT, 'seals: a tree is never removed'); END;
CREATE TRIGGER keys_end_once BEFORE UPDATE ON verifier_keys
WHEN OLD.ended IS NOT NULL OR (NEW.number, NEW.key, NEW.since) IS NOT (OLD.number, OLD.key, OLD.since)
BEGIN SELECT RAISE(ABORT, 'seals: a key is ended once and changed in nothing else'); END;
CREATE TRIGGER keys_not_deleted BEFORE DELETE ON verifier_keys
BEGIN SELECT RAISE(ABORT, 'seals: a key is never removed'); END;
CREATE TRIGGER checkpoints_only_grow BEFORE INSERT ON checkpoints
WHEN NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM checkpoints)
  OR EXISTS (
    SELECT 1 FROM checkpoints
    WHERE number = NEW.number - 1 AND (size > NEW.size OR access_size > NEW.access_size OR time > NEW.time)
  )
BEGIN SELECT RAISE(ABORT, 'seals: a checkpoint only follows the last one'); END;
CREATE TRIGGER checkpoints_not_updated BEFORE UPDATE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'seals: a checkpoint is never changed'); END;
CREATE TRIGGER checkpoints_not_deleted BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'seals: a checkpoint is never removed'); END;
CREATE TRIGGER timestamps_not_updated BEFORE UPDATE ON timestamps
BEGIN SELECT RAISE(ABORT, 'seals: a time-stamp is never changed'); END;
CREATE TRIGGER timestamps_not_deleted BEFORE DELETE ON timestamps
BEGIN SELECT RAISE(ABORT, 'seals: a time-stamp is never removed'); END;
`,
];

/** The tables, indexes and triggers of a database, as text to be compared. */
export function describeSchema(database: DatabaseSync): string {
  const rows = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  return rows.map((row) => JSON.stringify(Object.values(row))).join('\n');
}

let expected: string | undefined;

/** What `describeSchema` gives for a file that nobody has touched. */
export function expectedSchema(): string {
  if (expected !== undefined) return expected;
  const scratch = new DatabaseSync(':memory:');
  try {
    for (const script of MIGRATIONS) scratch.exec(script);
    return (expected = describeSchema(scratch));
  } finally {
    scratch.close();
  }
}
