import { chmodSync, copyFileSync, existsSync } from 'node:fs';
import {
  type CarriedTable,
  carryTables,
  type Database,
  type DatabaseHome,
  type DatabaseShape,
  DatabaseUnavailable,
  DatabaseUnusable,
  homeName,
  openDatabase,
  TableTaken,
} from '#database';
import { deskTables } from '#desk';
import { type DataFolder, openDataFolder } from '#event-store';
import { accountTables, Identities } from '#identities';
import type { Instant } from '#kernel';
import { readingTables } from '#readings';
import { readKey } from '../access/key-file.ts';
import { refuse } from '../http/refusals.ts';
import { EmbeddedLedger } from './embedded-ledger.ts';
import { sharePublished, takePublishedBack } from './share-published.ts';

export interface Sharing {
  readonly data: string;
  readonly postgres: string;
  /** The key of the accounts: it opens what was sealed in either place. */
  readonly keyFile: string;
}

export interface Shared {
  /** By schema. */
  readonly tables: Readonly<Record<string, readonly CarriedTable[]>>;
  /** Sets of files of published reports. */
  readonly published: number;
}

/**
 * Carries what lies beside the log of a folder into PostgreSQL, where several processes share it, and reads it back. The
 * folder stays as it is; what was carried before is left as it is. Refuses with `shared-tables-taken`,
 * `shared-tables-unavailable`, and what the key and the folder refuse.
 */
export function shareFolder({ data, postgres, keyFile }: Sharing): Promise<Shared> {
  return withFolder(data, async (folder) => {
    await mustOpen(folder, readKey({ file: keyFile }));
    const tables = await carriedTables(folder, (file) => [{ file }, { postgres }]);
    return { tables, published: await sharePublished(folder.dir, postgres) };
  });
}

/**
 * The other way: into a folder whose log is its own again, such as `obligo move` made it. The key comes with it. What is in
 * PostgreSQL stays as it is. Refuses as `shareFolder`, and with `published-file-damaged`.
 */
export async function takeBack({ data, postgres, keyFile }: Sharing): Promise<Shared> {
  const key = readKey({ file: keyFile });
  const ledger = await EmbeddedLedger.open({ data, create: false, purpose: 'share' });
  let published: number;
  try {
    published = await takePublishedBack(ledger, postgres);
  } finally {
    await ledger.close();
  }
  return withFolder(data, async (folder) => {
    if (!existsSync(folder.keyFile)) copyFileSync(keyFile, folder.keyFile);
    chmodSync(folder.keyFile, 0o600);
    const tables = await carriedTables(folder, (file) => [{ postgres }, { file }]);
    await mustOpen(folder, key);
    return { tables, published };
  });
}

async function withFolder<T>(data: string, work: (folder: DataFolder) => Promise<T>): Promise<T> {
  const folder = openDataFolder(data, { create: false, purpose: 'share' });
  try {
    return await work(folder);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    throw refuse('shared-tables-unavailable', `PostgreSQL cannot be reached: ${error.message}.`);
  } finally {
    folder.release();
  }
}

async function carriedTables(
  folder: DataFolder,
  homesOf: (file: string) => readonly [from: DatabaseHome, to: DatabaseHome],
): Promise<Shared['tables']> {
  const tables: Record<string, readonly CarriedTable[]> = {};
  for (const [file, shape] of [
    [folder.identitiesFile, accountTables],
    [folder.deskFile, deskTables],
    [folder.readingsFile, readingTables],
  ] as const) {
    const [from, to] = homesOf(file);
    if ('file' in from && !existsSync(file)) continue;
    tables[shape.schema.schema] = await carried(from, to, shape);
  }
  return tables;
}

/** Refuses with `identities-file-unusable` a key that opens nothing of the folder. */
async function mustOpen({ identitiesFile: file }: DataFolder, key: Buffer): Promise<void> {
  if (!existsSync(file)) return;
  const clock = () => new Date().toISOString() as Instant;
  await (await Identities.open({ home: { file }, key, clock })).close();
}

async function carried(
  from: DatabaseHome,
  to: DatabaseHome,
  shape: DatabaseShape,
): Promise<readonly CarriedTable[]> {
  const source = await opened(from, shape);
  try {
    const target = await opened(to, shape);
    try {
      return await carryTables(source, target, shape);
    } catch (error) {
      if (!(error instanceof TableTaken)) throw error;
      const where = `${shape.schema.schema}.${error.table}`;
      throw refuse(
        'shared-tables-taken',
        `${where} holds other rows where they are to go: expected none, or those that were carried before.`,
        { table: where },
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Refuses with `shared-tables-unavailable` also a wrong password, a database that is not there, and missing rights. */
async function opened(home: DatabaseHome, shape: DatabaseShape): Promise<Database> {
  try {
    return await openDatabase(home, shape);
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error;
    const expected = 'file' in home ? 'one of this program' : 'a user who may make schemas there';
    throw refuse(
      'shared-tables-unavailable',
      `${homeName(home, shape)}: ${error.message}; expected ${expected}.`,
    );
  }
}
