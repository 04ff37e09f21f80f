import {
  type Database,
  type DatabaseHome,
  DatabaseUnavailable,
  DatabaseUnusable,
  homeName,
  openDatabase,
} from '#database';
import { messageOf, RefusalError } from '#kernel';
import type { Box } from './box.ts';
import { refuse } from './refusals.ts';
import { SHAPE } from './schema.ts';

/**
 * Opens the tables of accounts, made when missing. Refuses with `identities-file-unusable` what is something else, of a
 * newer program, or sealed under another key than the box's; with `accounts-unavailable` what cannot be reached, also later.
 */
export async function openAccounts(home: DatabaseHome, box: Box): Promise<Database> {
  let database: Database | undefined;
  try {
    database = refusing(await openDatabase(home, SHAPE), home);
    await mustBeSealedUnder(database, box, home);
    return database;
  } catch (error) {
    await database?.close();
    if (error instanceof DatabaseUnavailable) throw outOfReach(error);
    throw error instanceof RefusalError ? error : unusable(home, whyOf(error));
  }
}

const whyOf = (error: unknown): string => {
  const said = messageOf(error);
  return error instanceof DatabaseUnusable ? said : `it cannot be opened (${said})`;
};

/** Another key would open no second factor and recognise no link; it is better told at once than at each sign-in. */
async function mustBeSealedUnder(database: Database, box: Box, home: DatabaseHome): Promise<void> {
  const mark = box.mark('the file of accounts');
  const known = async () => (await database.get('SELECT mark FROM sealed_under'))?.['mark'];
  const kept =
    (await known()) ??
    (await database.transaction(async () => {
      const first = await known();
      if (first === undefined) await database.run('INSERT INTO sealed_under (mark) VALUES (?)', mark);
      return first ?? mark;
    }));
  if (kept !== mark) throw unusable(home, 'it is sealed under another key');
}

/** The same database; that it cannot be reached, or lost a page, is a refusal. */
function refusing(database: Database, home: DatabaseHome): Database {
  const orRefused = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof DatabaseUnusable) throw unusable(home, error.message, error);
      throw error instanceof DatabaseUnavailable ? outOfReach(error) : error;
    }
  };
  return {
    dialect: database.dialect,
    get: (sql, ...values) => orRefused(database.get(sql, ...values)),
    all: (sql, ...values) => orRefused(database.all(sql, ...values)),
    run: (sql, ...values) => orRefused(database.run(sql, ...values)),
    transaction: (work, turn) => orRefused(database.transaction(work, turn)),
    wipe: () => orRefused(database.wipe()),
    close: () => database.close(),
  };
}

function outOfReach(cause: DatabaseUnavailable): RefusalError {
  const error = refuse(
    'accounts-unavailable',
    'Accounts cannot be reached now, so nobody is let in; try again in a moment.',
    { retryAfterMs: 1_000 },
  );
  error.cause = cause;
  return error;
}

function unusable(home: DatabaseHome, why: string, cause?: unknown): RefusalError {
  const error = refuse(
    'identities-file-unusable',
    `The file of accounts ${homeName(home, SHAPE)} is not usable: ${why}; expected the file that this program wrote, and its key.`,
    'file' in home ? { file: home.file } : {},
  );
  if (cause !== undefined) error.cause = cause;
  return error;
}
