import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { RefusalError } from '#kernel';
import type { Box } from './box.ts';
import { refuse } from './refusals.ts';
import { MIGRATIONS } from './schema.ts';
import { atOnce } from './transaction.ts';

/** How long another program may hold the file; everybody waits meanwhile. */
const BUSY_TIMEOUT_MS = 250;

/**
 * Opens the file of accounts, made when missing; only its owner may read it. What is deleted is overwritten. Refuses with
 * `identities-file-unusable` what is something else, of a newer program, or sealed under another key than the box's.
 */
export function openIdentitiesFile(file: string, box: Box): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // Made before SQLite does, which would let others read it; its journal takes the same rights.
    closeSync(openSync(file, 'a', 0o600));
    database = new DatabaseSync(file, {
      timeout: BUSY_TIMEOUT_MS,
      enableDoubleQuotedStringLiterals: false,
      defensive: true,
    });
    const version = versionOf(database, file);
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF',
    );
    migrate(database, version);
    mustBeSealedUnder(database, box, file);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof RefusalError) throw error;
    throw unusable(file, `it cannot be opened (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Schema version of the file; 0 when it is empty. */
function versionOf(database: DatabaseSync, file: string): number {
  const version = numberOf(database, 'PRAGMA user_version');
  if (version > MIGRATIONS.length) throw unusable(file, 'it was written by a newer program');
  if (version === 0 && numberOf(database, 'SELECT count(*) FROM sqlite_schema') > 0) {
    throw unusable(file, 'it is something else');
  }
  return version;
}

function migrate(database: DatabaseSync, version: number): void {
  if (version === MIGRATIONS.length) return;
  atOnce(database, () => {
    for (const script of MIGRATIONS.slice(version)) database.exec(script);
    database.exec(`PRAGMA user_version = ${String(MIGRATIONS.length)}`);
  });
}

/** Another key would open no second factor and recognise no link; it is better told at once than at each sign-in. */
function mustBeSealedUnder(database: DatabaseSync, box: Box, file: string): void {
  const mark = box.mark('the file of accounts');
  const kept = database.prepare('SELECT mark FROM sealed_under').get() as { mark: string } | undefined;
  if (kept === undefined) database.prepare('INSERT INTO sealed_under (mark) VALUES (?)').run(mark);
  else if (kept.mark !== mark) throw unusable(file, 'it is sealed under another key');
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0]);
}

const unusable = (file: string, why: string): RefusalError =>
  refuse(
    'identities-file-unusable',
    `The file of accounts ${file} is not usable: ${why}; expected the file that this program wrote, and its key.`,
    { file },
  );
