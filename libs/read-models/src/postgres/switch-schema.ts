import { codeOf, type Client, inTransaction, type Pool, quoted } from '#postgres';
import { READER, SURFACE } from './reader.ts';
import type { RegisteredSchema } from './registry.ts';
import { listSchemas } from './registry.ts';
import { REGISTRY } from './registry-schema.ts';

/** How long the switch waits for reports that are reading the views; then it lets them go on and tries again later. */
const LOCK_TIMEOUT = '2s';

/** Raised where a switch would take readers back to an earlier place of the log. */
export class NotCaughtUp extends Error {
  constructor(schema: string) {
    super(`${schema} has not read as far as the present read models`);
    this.name = 'NotCaughtUp';
  }
}

/** Whether a report was reading the views for too long; the switch can be tried again. */
export const isBusy = (error: unknown): boolean => codeOf(error) === '55P03';

/**
 * Puts a schema that was built in the place of the present one: the books and all views in one transaction. The former
 * one is kept. `mayGoBack` where readers may see less of the log than before, after the log itself was replaced.
 */
export function switchTo(pool: Pool, schema: string, { mayGoBack = false } = {}): Promise<void> {
  return inTransaction(pool, async (client) => {
    const schemas = await lockedSchemas(client);
    const next = schemas.find((each) => each.schema === schema && each.state === 'building');
    if (!next) throw new Error(`the schema ${schema} is not being built any more`);
    const current = schemas.find(({ state }) => state === 'current');
    if (!mayGoBack && isBehind(next, current)) throw new NotCaughtUp(schema);
    if (current) await setState(client, current.schema, 'former', '');
    await setState(client, schema, 'current', ', switched_at = clock_timestamp()');
    await publishViews(client, schema);
  });
}

/** Goes back to the schema that was current before; answers the two. Nothing where there is none. */
export function rollBack(pool: Pool): Promise<{ from: string; to: string } | undefined> {
  return inTransaction(pool, async (client) => {
    const schemas = await lockedSchemas(client);
    const current = schemas.find(({ state }) => state === 'current');
    const former = schemas
      .filter(({ state, rolledBackAt }) => state === 'former' && rolledBackAt === null)
      .sort((a, b) => ((a.switchedAt ?? '') < (b.switchedAt ?? '') ? 1 : -1))[0];
    if (!current || !former) return undefined;
    await setState(client, current.schema, 'former', ', rolled_back_at = clock_timestamp()');
    await setState(client, former.schema, 'current', '');
    await publishViews(client, former.schema);
    return { from: current.schema, to: former.schema };
  });
}

/** Removes schemas in a state, with all they hold; answers their names. */
export function dropSchemas(pool: Pool, state: 'building' | 'former'): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    const gone = (await lockedSchemas(client))
      .filter((each) => each.state === state)
      .map(({ schema }) => schema);
    for (const schema of gone) {
      await client.query(`DROP SCHEMA IF EXISTS ${quoted(schema)} CASCADE`);
      await client.query(`DELETE FROM ${REGISTRY}.read_model WHERE schema = $1`, [schema]);
    }
    return gone;
  });
}

async function lockedSchemas(client: Client): Promise<RegisteredSchema[]> {
  await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
  await client.query(`LOCK TABLE ${REGISTRY}.read_model IN EXCLUSIVE MODE`);
  return listSchemas(client);
}

const isBehind = (next: RegisteredSchema, current: RegisteredSchema | undefined): boolean =>
  current?.lastRead !== undefined &&
  (next.lastRead === undefined || next.lastRead.position < current.lastRead.position);

async function setState(client: Client, schema: string, state: string, more: string): Promise<void> {
  await client.query(`UPDATE ${REGISTRY}.read_model SET state = $2${more} WHERE schema = $1`, [
    schema,
    state,
  ]);
}

interface Described {
  readonly view: string;
  readonly about: string | null;
  readonly columns: readonly { readonly name: string; readonly about: string | null }[];
}

/** Readers see views that read the views of one schema; so what it calls a figure is kept together with its tables. */
async function publishViews(client: Client, schema: string): Promise<void> {
  const { rows: next } = await client.query<Described>(VIEWS_OF, [schema]);
  const { rows: present } = await client.query<Described>(VIEWS_OF, [SURFACE]);
  for (const { view } of present) {
    if (!next.some((each) => each.view === view)) await client.query(`DROP VIEW ${SURFACE}.${quoted(view)}`);
  }
  for (const each of next)
    await publishView(
      client,
      schema,
      each,
      present.find(({ view }) => view === each.view),
    );
  if (await hasReader(client))
    await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${SURFACE} TO ${READER}`);
}

async function publishView(
  client: Client,
  schema: string,
  { view, about, columns }: Described,
  present: Described | undefined,
): Promise<void> {
  const name = `${SURFACE}.${quoted(view)}`;
  // Columns may be added at the end; any other change makes the view anew, which fails while others build on it.
  if (present?.columns.some((column, index) => column.name !== columns[index]?.name))
    await client.query(`DROP VIEW ${name}`);
  await client.query(`CREATE OR REPLACE VIEW ${name} AS SELECT * FROM ${quoted(schema)}.${quoted(view)}`);
  await client.query(`COMMENT ON VIEW ${name} IS ${client.escapeLiteral(about ?? '')}`);
  for (const column of columns) {
    const comment = client.escapeLiteral(column.about ?? '');
    await client.query(`COMMENT ON COLUMN ${name}.${quoted(column.name)} IS ${comment}`);
  }
}

const VIEWS_OF = `SELECT c.relname::text AS view, obj_description(c.oid, 'pg_class') AS about,
    (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'about', col_description(c.oid, a.attnum)) ORDER BY a.attnum)
       FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
  FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace = to_regnamespace($1) ORDER BY c.relname`;

async function hasReader(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [READER]);
  return rowCount === 1;
}
