import { messageOf, migrate, type Migration, NewerSchema, openPool } from '#postgres';
import { type Database, DatabaseUnavailable } from '../database.ts';
import { DatabaseUnusable } from '../unusable.ts';
import { isOutOfReach } from './out-of-reach.ts';
import { PostgresDatabase } from './postgres-database.ts';

/** What a schema in PostgreSQL is to be like. */
export interface SchemaShape {
  /** Begins with `obligo_`: others live in the same database. */
  readonly schema: string;
  /** In order; a released one never changes. */
  readonly migrations: readonly Migration[];
  /** As for a file: `process` does not wait for the disk of the server at each commit. */
  readonly outlives: 'machine' | 'process';
  /** Connections of this process at most. */
  readonly connections?: number;
}

const CONNECTIONS = 5;
/** The server ends a statement first; this side gives up when even that does not come. */
const STATEMENT_MS = 8_000;
const ANSWER_MS = 10_000;

/** Opens the schema, made or brought up to date when needed. Throws `DatabaseUnusable` or `DatabaseUnavailable`. */
export async function openSchema(url: string, shape: SchemaShape): Promise<Database> {
  const { schema, migrations, connections: size = CONNECTIONS } = shape;
  const pool = openPool({
    url: addressFor(url, shape),
    application: schema,
    statementTimeoutMs: STATEMENT_MS,
    size,
  });
  try {
    await migrate(pool, schema, migrations);
    return new PostgresDatabase(pool, schema);
  } catch (error) {
    await pool.end();
    if (error instanceof NewerSchema)
      throw new DatabaseUnusable('newer', 'it was written by a newer program');
    throw isOutOfReach(error)
      ? new DatabaseUnavailable(error)
      : new DatabaseUnusable('closed', `it cannot be opened (${messageOf(error)})`, error);
  }
}

/** The connection string with what every connection of the schema begins with. */
function addressFor(url: string, { schema, outlives }: SchemaShape): string {
  const address = new URL(url);
  const given = address.searchParams.get('options') ?? '';
  const commit = outlives === 'machine' ? '' : ' -c synchronous_commit=off';
  address.searchParams.set('options', `${given} -c search_path=${schema}${commit}`.trim());
  address.searchParams.set('query_timeout', String(ANSWER_MS));
  return address.href;
}
