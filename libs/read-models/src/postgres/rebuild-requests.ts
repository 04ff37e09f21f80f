import type { Queryable } from '#postgres';
import { REGISTRY } from './registry-schema.ts';

/** A rebuild that an operator asked for. */
export interface RebuildRequest {
  readonly id: bigint;
  /** Readers may see less of the log than before: the log itself was replaced. */
  readonly mayGoBack: boolean;
  readonly askedAt: string;
  readonly finishedAt: string | null;
  readonly outcome: string | null;
}

interface Row {
  readonly id: bigint;
  readonly may_go_back: boolean;
  readonly asked_at: string;
  readonly finished_at: string | null;
  readonly outcome: string | null;
}

const TABLE = `${REGISTRY}.rebuild`;

const requestOf = ({ id, may_go_back, asked_at, finished_at, outcome }: Row): RebuildRequest => ({
  id,
  mayGoBack: may_go_back,
  askedAt: asked_at,
  finishedAt: finished_at,
  outcome,
});

/** Asks the running projector to build everything anew beside what is there. */
export async function askForRebuild(
  database: Queryable,
  { mayGoBack }: { mayGoBack: boolean },
): Promise<RebuildRequest> {
  const { rows } = await database.query<Row>(`INSERT INTO ${TABLE} (may_go_back) VALUES ($1) RETURNING *`, [
    mayGoBack,
  ]);
  return requestOf(rows[0] as Row);
}

/** The oldest one that is not finished. */
export async function openRequest(database: Queryable): Promise<RebuildRequest | undefined> {
  const { rows } = await database.query<Row>(
    `SELECT * FROM ${TABLE} WHERE finished_at IS NULL ORDER BY id LIMIT 1`,
  );
  return rows[0] && requestOf(rows[0]);
}

export async function findRequest(database: Queryable, id: bigint): Promise<RebuildRequest | undefined> {
  const { rows } = await database.query<Row>(`SELECT * FROM ${TABLE} WHERE id = $1`, [String(id)]);
  return rows[0] && requestOf(rows[0]);
}

export async function finishRequest(database: Queryable, id: bigint, outcome: string): Promise<void> {
  await database.query(`UPDATE ${TABLE} SET finished_at = clock_timestamp(), outcome = $2 WHERE id = $1`, [
    String(id),
    outcome,
  ]);
}
