import type { Database } from './database.ts';
import { openSchema, type SchemaShape } from './postgres/open-schema.ts';
import { type FileShape, openFile } from './sqlite/open-file.ts';
import { SqliteDatabase } from './sqlite/sqlite-database.ts';

/** Where tables live: in a file of this process, or in PostgreSQL, where several processes share them. */
export type DatabaseHome = { readonly file: string } | { readonly postgres: string };

/** The same tables in both databases. */
export interface DatabaseShape {
  readonly file: FileShape;
  readonly schema: SchemaShape;
}

/** Opens the tables, made when missing. Throws `DatabaseUnusable` or `DatabaseUnavailable`. */
export async function openDatabase(home: DatabaseHome, shape: DatabaseShape): Promise<Database> {
  if ('postgres' in home) return openSchema(home.postgres, shape.schema);
  return new SqliteDatabase(openFile(home.file, shape.file), home.file);
}

/** How a home is called in a sentence; never with the password of a connection string. */
export function homeName(home: DatabaseHome, { schema: { schema } }: DatabaseShape): string {
  return 'file' in home ? home.file : `the schema ${schema} in PostgreSQL`;
}
