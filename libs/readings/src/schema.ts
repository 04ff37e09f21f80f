import type { DatabaseShape } from '#database';
import { POSTGRES_STEPS } from './postgres-schema.ts';

/** Marks the file as a reading log: "OBLR" in the header. */
const APPLICATION_ID = 0x4f424c52;

/**
 * One script per schema version; a released one never changes. Rows are added at the end and never changed. They
 * are removed only by pruning, which says in a row of its own what is older than the retention; REPLACE would
 * remove without firing the triggers of a removal, so it is refused before.
 */
const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE readings (
  reading INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  via TEXT NOT NULL,
  address TEXT NOT NULL,
  route TEXT NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  query TEXT NOT NULL,
  position TEXT,
  format TEXT,
  status INTEGER NOT NULL,
  bytes INTEGER
) STRICT;
CREATE INDEX readings_by_time ON readings (at);
CREATE INDEX readings_by_who ON readings (who, at);
CREATE INDEX readings_by_route ON readings (route, at);

CREATE TABLE prunings (
  pruning INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  days INTEGER NOT NULL CHECK (days >= 1),
  kept_from INTEGER NOT NULL CHECK (kept_from <= at - days * 86400000),
  removed INTEGER NOT NULL
) STRICT;

CREATE TRIGGER readings_not_updated BEFORE UPDATE ON readings
BEGIN SELECT RAISE(ABORT, 'readings: a row is never changed'); END;
CREATE TRIGGER readings_not_replaced BEFORE INSERT ON readings
WHEN EXISTS (SELECT 1 FROM readings WHERE reading = NEW.reading)
BEGIN SELECT RAISE(ABORT, 'readings: a row is never replaced'); END;
CREATE TRIGGER readings_only_grow AFTER INSERT ON readings
WHEN NEW.reading < (SELECT max(reading) FROM readings)
BEGIN SELECT RAISE(ABORT, 'readings: a row is only added at the end'); END;
CREATE TRIGGER readings_kept BEFORE DELETE ON readings
WHEN OLD.at >= coalesce((SELECT kept_from FROM prunings ORDER BY pruning DESC LIMIT 1), OLD.at)
BEGIN SELECT RAISE(ABORT, 'readings: a row is kept until the retention ends'); END;

CREATE TRIGGER prunings_not_updated BEFORE UPDATE ON prunings
BEGIN SELECT RAISE(ABORT, 'prunings: a row is never changed'); END;
CREATE TRIGGER prunings_not_replaced BEFORE INSERT ON prunings
WHEN EXISTS (SELECT 1 FROM prunings WHERE pruning = NEW.pruning)
BEGIN SELECT RAISE(ABORT, 'prunings: a row is never replaced'); END;
CREATE TRIGGER prunings_not_deleted BEFORE DELETE ON prunings
BEGIN SELECT RAISE(ABORT, 'prunings: a row is never removed'); END;
`,
];

/** The tables of the reading log. A stop of the machine may cost the last readings, a stop of the process none: no wait for the disk per reading. */
export const SHAPE: DatabaseShape = {
  file: { applicationId: APPLICATION_ID, migrations: MIGRATIONS, outlives: 'process', guarded: true },
  schema: { schema: 'obligo_readings', migrations: POSTGRES_STEPS, outlives: 'process' },
};
