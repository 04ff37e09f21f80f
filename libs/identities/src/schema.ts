import type { DatabaseShape } from '#database';
import { POSTGRES_STEPS } from './postgres-schema.ts';

/** One script per schema version; a released one never changes. */
const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE people (
  name TEXT PRIMARY KEY,
  folded TEXT NOT NULL UNIQUE,
  display_name TEXT,
  email TEXT,
  demo INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'erased')),
  created_at TEXT NOT NULL,
  password TEXT,
  factor BLOB,
  factor_begun BLOB,
  factor_counter INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE links (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL REFERENCES people (name),
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE codes (
  digest TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('set-up', 'invitation')),
  name TEXT REFERENCES people (name),
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('service', 'person')),
  second_factor INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  last_used_at TEXT,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_subject ON tokens (subject, created_at);
CREATE TABLE sessions (
  digest TEXT PRIMARY KEY,
  name TEXT,
  data TEXT NOT NULL,
  started_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_name ON sessions (name);
CREATE INDEX sessions_by_age ON sessions (seen_at);
CREATE TABLE attempts (
  what TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_by_age ON attempts (last_at);
CREATE TABLE happenings (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  by TEXT NOT NULL,
  address TEXT
) STRICT;
CREATE INDEX happenings_by_name ON happenings (name, number);
CREATE TRIGGER happenings_stay BEFORE DELETE ON happenings
BEGIN SELECT raise(ABORT, 'what happened stays'); END;
CREATE TRIGGER happenings_are_not_rewritten BEFORE UPDATE OF number, at, kind, name, by ON happenings
BEGIN SELECT raise(ABORT, 'what happened is not rewritten'); END;
`,
  `
CREATE TABLE sealed_under (
  mark TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
DROP TRIGGER happenings_are_not_rewritten;
CREATE TRIGGER happenings_are_not_rewritten BEFORE UPDATE ON happenings
WHEN NEW.address IS NOT NULL OR (NEW.number, NEW.at, NEW.kind, NEW.name, NEW.by) IS NOT (OLD.number, OLD.at, OLD.kind, OLD.name, OLD.by)
BEGIN SELECT raise(ABORT, 'what happened is not rewritten'); END;
CREATE TRIGGER happenings_are_not_replaced BEFORE INSERT ON happenings
WHEN EXISTS (SELECT 1 FROM happenings WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'what happened is not replaced'); END;
`,
  `
ALTER TABLE links ADD COLUMN spoken_at INTEGER NOT NULL DEFAULT 0;
`,
];

/** The tables of accounts; a file of them has no mark in its header. */
export const SHAPE: DatabaseShape = {
  file: { applicationId: 0, migrations: MIGRATIONS, outlives: 'machine', guarded: false },
  schema: { schema: 'obligo_identities', migrations: POSTGRES_STEPS, outlives: 'machine' },
};
