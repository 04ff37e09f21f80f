import type { DatabaseShape } from '#database';
import { POSTGRES_STEPS } from './postgres-schema.ts';

/** Marks the file as a desk: "OBLD" in the header. */
const APPLICATION_ID = 0x4f424c44;

/** One script per schema version; a released one never changes. Refused attempts are added and pruned, never changed. */
const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE drafts (
  owner TEXT NOT NULL,
  draft TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (owner, draft)
) STRICT;
CREATE INDEX drafts_by_change ON drafts (owner, changed_at);

CREATE TABLE preferences (
  owner TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE visits (
  owner TEXT NOT NULL PRIMARY KEY,
  before_at INTEGER,
  before_position TEXT,
  seen_at INTEGER NOT NULL,
  seen_position TEXT NOT NULL
) STRICT;

CREATE TABLE attempts (
  attempt INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  operation TEXT NOT NULL,
  organisation TEXT,
  fiscal_year TEXT,
  project TEXT,
  path TEXT NOT NULL,
  idempotency_key TEXT,
  status INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  shortfall TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_by_time ON attempts (at);
CREATE INDEX attempts_by_who ON attempts (who, attempt);

CREATE TRIGGER attempts_not_updated BEFORE UPDATE ON attempts
BEGIN SELECT RAISE(ABORT, 'attempts: a row is never changed'); END;
`,
  // Visits of each organisation; those of before count for every one that was not looked at since.
  `
CREATE TABLE visits_of_organisations (
  owner TEXT NOT NULL,
  organisation TEXT NOT NULL,
  before_at INTEGER,
  before_position TEXT,
  seen_at INTEGER NOT NULL,
  seen_position TEXT NOT NULL,
  PRIMARY KEY (owner, organisation)
) STRICT;
INSERT INTO visits_of_organisations SELECT owner, '', before_at, before_position, seen_at, seen_position FROM visits;
DROP TABLE visits;
ALTER TABLE visits_of_organisations RENAME TO visits;
`,
];

/** The tables of the desk. A stop of the machine may cost the last drafts, a stop of the process none: no wait for the disk per draft. */
export const SHAPE: DatabaseShape = {
  file: { applicationId: APPLICATION_ID, migrations: MIGRATIONS, outlives: 'process', guarded: true },
  schema: { schema: 'obligo_desk', migrations: POSTGRES_STEPS, outlives: 'process' },
};
