import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describeSchema } from '#sqlite';
import { DatabaseUnusable } from '../unusable.ts';
import { expectedSchema } from './schema-text.ts';

/** What a file of tables is to be like. */
export interface FileShape {
  /** Marks the file in its header as what it is; 0 for one that is marked by its schema version alone. */
  readonly applicationId: number;
  /** One script per schema version; a released one never changes. */
  readonly migrations: readonly string[];
  /**
   * What a commit outlives: `machine` waits for the disk each time; `process` does not, and a stop of the machine may
   * cost the last rows.
   */
  readonly outlives: 'machine' | 'process';
  /** Whether tables and triggers must stand as they were made, each time the file is opened. */
  readonly guarded: boolean;
}

/** How long another program may hold the file before a question is refused; everybody waits meanwhile. */
const BUSY_TIMEOUT_MS = 250;

/** SQLite's codes for a torn page and for another sort of file. */
const [CORRUPT, NOT_A_DATABASE] = [11, 26];

/** Opens the file, or makes it, for its user alone. What is deleted in it is overwritten. Throws `DatabaseUnusable`. */
export function openFile(file: string, shape: FileShape): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // Made before SQLite does, which would let others read it; its journal takes the same rights.
    closeSync(openSync(file, 'a', 0o600));
    database = new DatabaseSync(file, {
      timeout: BUSY_TIMEOUT_MS,
      enableDoubleQuotedStringLiterals: false,
      defensive: true,
    });
    prepare(database, shape);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof DatabaseUnusable ? error : faultOf(error);
  }
}

function prepare(database: DatabaseSync, shape: FileShape): void {
  const version = versionOf(database, shape);
  const synchronous = shape.outlives === 'machine' ? 'FULL' : 'NORMAL';
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA foreign_keys = ON;
     PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF`,
  );
  if (version < shape.migrations.length) migrate(database, shape);
  if (shape.guarded && !isAsMade(database, shape)) {
    throw new DatabaseUnusable('changed', 'its tables or the triggers that guard them were changed');
  }
}

const isAsMade = (database: DatabaseSync, { migrations }: FileShape): boolean => {
  const expected = expectedSchema(migrations);
  return describeSchema(database, expected.tables, { indexes: true }) === expected.text;
};

/** Schema version of the file; 0 when it is empty. */
function versionOf(database: DatabaseSync, { applicationId, migrations }: FileShape): number {
  const version = numberOf(database, 'PRAGMA user_version');
  const mark = numberOf(database, 'PRAGMA application_id');
  const isEmpty = numberOf(database, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (mark === 0 && version === 0 && isEmpty) return 0;
  if (mark !== applicationId || version === 0) throw new DatabaseUnusable('foreign', 'it is something else');
  if (version > migrations.length) throw new DatabaseUnusable('newer', 'it was written by a newer program');
  return version;
}

function migrate(database: DatabaseSync, shape: FileShape): void {
  const { applicationId, migrations } = shape;
  database.exec('BEGIN IMMEDIATE');
  // Asked again under the write lock: another process may have been faster.
  for (const script of migrations.slice(versionOf(database, shape))) database.exec(script);
  database.exec(
    `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`,
  );
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0]);
}

function faultOf(error: unknown): DatabaseUnusable {
  return damageOf(error) ?? new DatabaseUnusable('closed', `it cannot be opened (${saidBy(error)})`, error);
}

/** What an error says of a file that lost a page, which may be met long after it was opened; nothing of other errors. */
export function damageOf(error: unknown): DatabaseUnusable | undefined {
  const code = Number((error as { readonly errcode?: unknown } | undefined)?.errcode) & 0xff;
  if (code !== CORRUPT && code !== NOT_A_DATABASE) return undefined;
  return new DatabaseUnusable('damaged', `it cannot be read (${saidBy(error)})`, error);
}

const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error));
