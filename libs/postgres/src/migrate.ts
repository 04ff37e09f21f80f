import { quoted } from './identifier.ts';
import type { Client, Pool } from './pool.ts';
import { inTransaction } from './transaction.ts';

/** One step of a schema. A step that was released never changes; the next one goes on from it. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Any fixed number: all who change schemas of this product in one database wait for each other. */
const LOCK = 4_726_210_569n;

/** The schema in the database was made by a newer version of the product. */
export class NewerSchema extends Error {
  constructor(schema: string, name: string) {
    super(`the schema ${schema} was made by a newer version: it has "${name}", which is not known here`);
    this.name = 'NewerSchema';
  }
}

/**
 * Brings a schema up to its last step, in one transaction and one process at a time: others wait, then find nothing
 * to do. Steps find the schema first on their search path. Throws `NewerSchema` where the database is ahead.
 */
export function migrate(pool: Pool, schema: string, steps: readonly Migration[]): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [String(LOCK)]);
    const done = await stepsDone(client, schema);
    for (const [index, name] of done.entries()) {
      if (steps[index]?.name !== name) throw new NewerSchema(schema, name);
    }
    await client.query(`SET LOCAL search_path TO ${quoted(schema)}, pg_catalog`);
    for (const { name, sql } of steps.slice(done.length)) {
      await client.query(sql);
      await client.query(`INSERT INTO ${quoted(schema)}.migration (name) VALUES ($1)`, [name]);
    }
  });
}

async function stepsDone(client: Client, schema: string): Promise<string[]> {
  // Asked first: whoever finds everything there needs no right to make anything.
  const table = `${quoted(schema)}.migration`;
  const { rows: found } = await client.query<{ found: string | null }>(
    'SELECT to_regclass($1)::text AS found',
    [table],
  );
  if (found[0]?.found === null) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
    await client.query(
      `CREATE TABLE ${table} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE,
         done_at timestamptz NOT NULL DEFAULT now())`,
    );
  }
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${table} ORDER BY id`);
  return rows.map(({ name }) => name);
}
