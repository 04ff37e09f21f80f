import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { RefusalError } from '#kernel';
import { refuse } from './refusals.ts';
import { APPLICATION_ID, describeSchema, expectedSchema, MIGRATIONS } from './schema.ts';

/** How long another program may hold the file before a question is refused; everybody waits meanwhile. */
const BUSY_TIMEOUT_MS = 250;

/** SQLite's codes for a torn page and for another sort of file. */
const [CORRUPT, NOT_A_DATABASE] = [11, 26];

/**
 * Opens the file, or makes it, for its user alone. Throws the refusals `desk-unavailable`,
 * `desk-file-unusable` or `desk-newer-than-program`.
 */
export function openDeskFile(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // Made before SQLite does, which would let others read it; its journal takes the same rights.
    closeSync(openSync(file, 'a', 0o600));
    database = new DatabaseSync(file, {
      timeout: BUSY_TIMEOUT_MS,
      enableDoubleQuotedStringLiterals: false,
      defensive: true,
    });
    prepare(database, file);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof RefusalError ? error : openingRefusal(file, error);
  }
}

function prepare(database: DatabaseSync, file: string): void {
  const version = versionOf(database, file);
  // A stop of the machine may cost the last drafts, a stop of the process none: no wait for the disk per draft.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF');
  // What is removed is gone from the disk too.
  database.exec('PRAGMA secure_delete = ON');
  if (version < MIGRATIONS.length) migrate(database, file);
  if (describeSchema(database) !== expectedSchema()) {
    throw unusable(file, 'its tables or the triggers that guard them were changed');
  }
}

/** Schema version of the file; 0 when it is empty. */
function versionOf(database: DatabaseSync, file: string): number {
  const applicationId = numberOf(database, 'PRAGMA application_id');
  const version = numberOf(database, 'PRAGMA user_version');
  const isEmpty = numberOf(database, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (applicationId === 0 && version === 0 && isEmpty) return 0;
  if (applicationId !== APPLICATION_ID) throw unusable(file, 'is not a desk');
  if (version > MIGRATIONS.length) throw newer(file, version);
  return version;
}

function migrate(database: DatabaseSync, file: string): void {
  database.exec('BEGIN IMMEDIATE');
  // Asked again under the write lock: another process may have been faster.
  for (const script of MIGRATIONS.slice(versionOf(database, file))) database.exec(script);
  database.exec(
    `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`,
  );
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0]);
}

function openingRefusal(file: string, error: unknown): RefusalError {
  const code = Number((error as { readonly errcode?: unknown }).errcode) & 0xff;
  const said = error instanceof Error ? error.message : String(error);
  if (code === CORRUPT || code === NOT_A_DATABASE) return unusable(file, `cannot be read (${said})`);
  const message = `${file} cannot be opened (${said}): expected a file that this user may write.`;
  return refuse('desk-unavailable', message, { details: { file }, cause: error });
}

const unusable = (file: string, detail: string): RefusalError =>
  refuse('desk-file-unusable', `${file}: ${detail}; expected an intact desk of this program.`, {
    details: { file },
  });

const newer = (file: string, version: number): RefusalError =>
  refuse(
    'desk-newer-than-program',
    `${file} has schema version ${version}: expected at most ${MIGRATIONS.length}, a newer program has written it.`,
    { details: { file } },
  );
