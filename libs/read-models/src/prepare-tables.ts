import { DatabaseSync } from 'node:sqlite';
import type { Projection } from './projection.ts';

/** Raised when the layout of the bookkeeping tables changes. */
const FILE_VERSION = 2;

/** The file was made by other projections or versions of them, or by another program. */
export class OtherContents extends Error {}

/** Makes the tables and indexes of an empty file; throws `OtherContents` where it holds others. */
export function prepareTables(database: DatabaseSync, projections: readonly Projection[]): void {
  const found = contentsOf(database);
  if (found === wanted(projections)) return;
  if (found !== undefined) throw new OtherContents('the read models are of another version');
  database.exec('BEGIN IMMEDIATE');
  createTables(database, projections);
  for (const { indexes } of projections) if (indexes !== undefined) database.exec(indexes);
  database.exec('COMMIT');
}

/** Makes the tables of an empty file, without the indexes that only questions need. */
export function createTables(database: DatabaseSync, projections: readonly Projection[]): void {
  database.exec('CREATE TABLE contents (projections TEXT NOT NULL) STRICT');
  database.prepare('INSERT INTO contents VALUES (?)').run(wanted(projections));
  database.exec('CREATE TABLE checkpoint (position INTEGER, event_id TEXT) STRICT');
  database.exec('INSERT INTO checkpoint VALUES (NULL, NULL)');
  for (const { schema } of projections) database.exec(schema);
}

/** Names of the tables that a file of these projections has. */
export function tablesOf(projections: readonly Projection[]): string[] {
  const empty = new DatabaseSync(':memory:');
  createTables(empty, projections);
  const tables = empty.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  empty.close();
  return tables.map(({ name }) => String(name));
}

const wanted = (projections: readonly Projection[]): string =>
  JSON.stringify([FILE_VERSION, ...projections.map(contentOf)]);

const contentOf = ({ name, version, variant }: Projection): readonly unknown[] =>
  variant === undefined ? [name, version] : [name, version, variant];

function contentsOf(database: DatabaseSync): string | undefined {
  const parts = database.prepare('SELECT type, name FROM sqlite_schema').all();
  if (parts.length === 0) return undefined;
  if (!parts.some(({ type, name }) => type === 'table' && name === 'contents'))
    throw new OtherContents('the file holds something else');
  // They would change figures while these are written.
  if (parts.some(({ type }) => type === 'trigger' || type === 'view'))
    throw new OtherContents('the file holds triggers or views, which no read model has');
  return database.prepare('SELECT projections FROM contents').get()?.['projections'] as string;
}
