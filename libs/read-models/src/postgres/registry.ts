import { migrate, type Pool, type Queryable } from '#postgres';
import type { LastRead } from '../projections-file.ts';
import type { Contents } from './contents.ts';
import { REGISTRY, REGISTRY_STEPS } from './registry-schema.ts';

/** A schema of read models as the books have it. */
export interface RegisteredSchema {
  readonly schema: string;
  readonly contents: Contents;
  readonly state: 'building' | 'current' | 'former';
  /** Up to where it has read the log; nothing before the first event. */
  readonly lastRead: LastRead | undefined;
  readonly createdAt: string;
  readonly switchedAt: string | null;
  /** When an operator went back from it. */
  readonly rolledBackAt: string | null;
}

interface Row {
  readonly schema: string;
  readonly contents: Contents;
  readonly state: RegisteredSchema['state'];
  readonly position: bigint | null;
  readonly event_id: string | null;
  readonly created_at: string;
  readonly switched_at: string | null;
  readonly rolled_back_at: string | null;
}

const TABLE = `${REGISTRY}.read_model`;

/** What became of an attempt to move a checkpoint. */
export type Outcome =
  /** This attempt moved it. */
  | 'advanced'
  /** It stood there already: the same page was written before. */
  | 'same'
  /** It stands before the page, such as after a restore of the database: the page does not fit on. */
  | 'behind'
  /** Somebody else has moved it on. */
  | 'ahead'
  /** The schema is not written any more: another one has taken its place. */
  | 'replaced';

/** Makes the bookkeeping tables, or brings them up to this version. */
export const prepareRegistry = (pool: Pool): Promise<void> => migrate(pool, REGISTRY, REGISTRY_STEPS);

/** All schemas, the newest first. */
export async function listSchemas(database: Queryable): Promise<RegisteredSchema[]> {
  const { rows } = await database.query<Row>(`SELECT * FROM ${TABLE} ORDER BY created_at DESC, schema DESC`);
  return rows.map(registered);
}

export async function findSchema(database: Queryable, schema: string): Promise<RegisteredSchema | undefined> {
  const { rows } = await database.query<Row>(`SELECT * FROM ${TABLE} WHERE schema = $1`, [schema]);
  return rows[0] && registered(rows[0]);
}

export async function currentSchema(database: Queryable): Promise<RegisteredSchema | undefined> {
  const { rows } = await database.query<Row>(`SELECT * FROM ${TABLE} WHERE state = 'current'`);
  return rows[0] && registered(rows[0]);
}

/** Registers a schema that is about to be built; its number was never used before. */
export async function registerSchema(database: Queryable, contents: Contents): Promise<string> {
  const { rows } = await database.query<{ schema: string }>(
    `INSERT INTO ${TABLE} (schema, contents, state)
       VALUES ('obligo_' || nextval('${REGISTRY}.read_model_number'), $1, 'building') RETURNING schema`,
    [JSON.stringify(contents)],
  );
  return (rows[0] as { schema: string }).schema;
}

/** Moves a checkpoint if it stands where it is expected; the caller's transaction writes the rows with it. */
export async function moveCheckpoint(
  client: Queryable,
  { schema, from, to }: { readonly schema: string; readonly from: bigint | undefined; readonly to: LastRead },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE ${TABLE} SET position = $3, event_id = $4, moved_at = clock_timestamp()
      WHERE schema = $1 AND state <> 'former' AND position IS NOT DISTINCT FROM $2`,
    [schema, from === undefined ? null : String(from), String(to.position), to.eventId],
  );
  return rowCount === 1;
}

/** What an attempt that did not move the checkpoint, or whose end is not known, came to. */
export async function lookAtCheckpoint(
  database: Queryable,
  { schema, from, to }: { readonly schema: string; readonly from: bigint | undefined; readonly to: LastRead },
): Promise<Outcome | 'unmoved'> {
  const found = await findSchema(database, schema);
  if (!found || found.state === 'former') return 'replaced';
  const { lastRead } = found;
  if (lastRead?.position === to.position && lastRead.eventId === to.eventId) return 'same';
  if (lastRead?.position === from) return 'unmoved';
  return lastRead === undefined || (from !== undefined && lastRead.position < from) ? 'behind' : 'ahead';
}

const registered = (row: Row): RegisteredSchema => ({
  schema: row.schema,
  contents: row.contents,
  state: row.state,
  lastRead:
    row.position === null || row.event_id === null
      ? undefined
      : { position: row.position, eventId: row.event_id },
  createdAt: row.created_at,
  switchedAt: row.switched_at,
  rolledBackAt: row.rolled_back_at,
});
