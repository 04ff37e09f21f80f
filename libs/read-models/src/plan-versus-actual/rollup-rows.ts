import type { DatabaseSync } from 'node:sqlite';

/**
 * So many changes of a cell make a rollup. A sum up to a day reads the days of all rollups and at most so many changes;
 * more would make the sums slower, fewer the tables larger.
 */
const ROLLED_UP = 128;

/** Rolls the changes of cells up by day, every so many of them, as the projection writes them. */
export class RollupRows {
  readonly #pending;
  readonly #rollUp;
  readonly #size: number;

  constructor(database: DatabaseSync, size = ROLLED_UP) {
    this.#size = size;
    const since = `position > coalesce((SELECT max(position) FROM pva_rollup WHERE cell = ?1), -1)`;
    this.#pending = database.prepare(
      `SELECT count(*) AS pending FROM pva_entry WHERE cell = ?1 AND ${since}`,
    );
    this.#rollUp = database.prepare(
      `INSERT INTO pva_rollup (cell, position, effective_on, moved)
         SELECT cell, ?2, effective_on, sum(movement) FROM pva_entry WHERE cell = ?1 AND ${since} GROUP BY effective_on`,
    );
  }

  /** To be called after each change of a cell; answers how many changes of it are not rolled up now. */
  added(
    { id, pending }: { readonly id: number; readonly pending?: number | undefined },
    position: bigint,
  ): number {
    const now = pending === undefined ? Number(this.#pending.get(id)?.['pending']) : pending + 1;
    if (now < this.#size) return now;
    this.#rollUp.run(id, position);
    return 0;
  }
}
