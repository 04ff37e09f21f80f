import { DatabaseSync } from 'node:sqlite';
import { isDamage, makePrivate } from '#event-store';
import { messageOf, RefusalError } from '#kernel';
import { refuse } from './refusals.ts';
import { APPLICATION_ID, describeSchema, expectedSchema, MIGRATIONS } from './schema.ts';

/** How long another program (a backup tool) may hold the file. */
const BUSY_TIMEOUT_MS = 2_000;

/**
 * Opens the file of the seals, or makes it, for its user alone. Throws the refusals `seals-file-unusable` or
 * `seals-newer-than-program`.
 */
export function openSealsFile(file: string, readOnly: boolean): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (!readOnly) makePrivate(file);
    database = new DatabaseSync(file, {
      readOnly,
      timeout: BUSY_TIMEOUT_MS,
      enableForeignKeyConstraints: true,
      enableDoubleQuotedStringLiterals: false,
      defensive: true,
    });
    prepare(database, file, readOnly);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof RefusalError) throw error;
    throw unusable(file, `it cannot be opened (${messageOf(error)})`);
  }
}

function prepare(database: DatabaseSync, file: string, readOnly: boolean): void {
  const version = versionOf(database, file);
  if (readOnly && version === 0) throw unusable(file, 'it holds no seals');
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL');
  // What was published must never be younger than the file: durable before anybody hears of it.
  database.exec('PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
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
  if (applicationId !== APPLICATION_ID) throw unusable(file, 'it holds something else');
  if (version <= MIGRATIONS.length) return version;
  const message = `${file} has schema version ${version}: expected at most ${MIGRATIONS.length}, a newer program has written it.`;
  throw refuse('seals-newer-than-program', message, { file });
}

function migrate(database: DatabaseSync, file: string): void {
  database.exec('BEGIN IMMEDIATE');
  // Asked again under the write lock: another process may have been faster.
  for (const script of MIGRATIONS.slice(versionOf(database, file))) database.exec(script);
  database.exec(
    `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`,
  );
}

const numberOf = (database: DatabaseSync, sql: string): number =>
  Number(Object.values(database.prepare(sql).get() ?? {})[0]);

/** What an error of seals says of their file as a refusal, where the file is to blame; it may have lost a page that few need. */
export function damagedSeals(file: string, error: unknown): RefusalError | undefined {
  if (isDamage(error)) return unusable(file, `it cannot be read (${messageOf(error)})`);
  return error instanceof RefusalError && error.refusal.code === 'seals-file-unusable' ? error : undefined;
}

function unusable(file: string, what: string): RefusalError {
  const message = `The seals in ${file} are not usable: ${what}; expected an intact file of this program.`;
  return refuse('seals-file-unusable', message, { file });
}
