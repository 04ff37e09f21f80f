import { DatabaseSync } from 'node:sqlite';
import { makePrivate } from '../data-folder/private-file.ts';
import { damaged, newerLedger, notALedger, openingRefusal } from './sqlite-errors.ts';
import { APPLICATION_ID, describeLog, expectedSchema, MIGRATIONS } from './schema.ts';

/** Keeps the inner pages of the index over event identities in memory; they are random, so most are hit. */
const CACHE_KIB = 64 * 1024;

/** Who only reads goes along the log, and comes to no page twice. */
const READER_CACHE_KIB = 4 * 1024;

/** Where no `JournalCopier` looks after the connection, as in the thread of long lists: 128 MiB. */
const JOURNAL_PAGES = 32_768;

/** How long a foreign writer (a backup tool) may hold the file before a write is refused. */
const BUSY_TIMEOUT_MS = 2_000;

/**
 * Opens the file of a ledger, or makes one of an empty file. Throws the refusals `not-a-ledger`,
 * `ledger-newer-than-program`, `ledger-damaged` or `ledger-not-accessible`.
 */
export function openLedgerFile(file: string, readOnly: boolean): DatabaseSync {
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
    throw openingRefusal(file, error);
  }
}

function prepare(database: DatabaseSync, file: string, readOnly: boolean): void {
  const version = versionOf(database, file);
  // Schema first, journal second: a file that is not ours is left as it is.
  if (version === 0 && readOnly) throw notALedger(file);
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL');
  database.exec(
    `PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -${readOnly ? READER_CACHE_KIB : CACHE_KIB}`,
  );
  assertPragma(database, 'journal_mode', 'wal');
  assertPragma(database, 'synchronous', 2);
  assertPragma(database, 'foreign_keys', 1);
  assertPragma(database, 'trusted_schema', 0);
  database.exec(`PRAGMA wal_autocheckpoint = ${JOURNAL_PAGES}`);
  // An earlier version is brought up only once it is known to be whole. An auditor reads it as it is.
  if (version > 0) assertSchema(database, file);
  if (version < MIGRATIONS.length && !readOnly) {
    migrate(database, file);
    assertSchema(database, file);
  }
}

function assertSchema(database: DatabaseSync, file: string): void {
  if (describeLog(database) === expectedSchema(versionOf(database, file))) return;
  throw damaged(file, 'its tables or the triggers that guard them were changed');
}

/** Schema version of the file; 0 when it is empty. */
function versionOf(database: DatabaseSync, file: string): number {
  const applicationId = numberOf(database, 'PRAGMA application_id');
  const version = numberOf(database, 'PRAGMA user_version');
  const isEmpty = numberOf(database, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (applicationId === 0 && version === 0 && isEmpty) return 0;
  if (applicationId !== APPLICATION_ID) throw notALedger(file);
  if (version > MIGRATIONS.length) throw newerLedger(file, version, MIGRATIONS.length);
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

function assertPragma(database: DatabaseSync, name: string, expected: string | number): void {
  const actual = scalarOf(database, `PRAGMA ${name}`);
  if (actual !== expected) throw new Error(`SQLite has ${name} = ${String(actual)}, expected ${expected}`);
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(scalarOf(database, sql));
}

function scalarOf(database: DatabaseSync, sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0];
}
