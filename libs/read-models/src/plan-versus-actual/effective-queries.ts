import type { DatabaseSync } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import { type CivilDate, type Satang, sum, ZERO } from '#kernel';
import type { EffectiveTo } from './effective-to.ts';
import { FirstEvents } from './first-events.ts';
import {
  type AccountScope,
  BALANCE,
  type CellRow,
  type EntryRow,
  type LineCellRow,
  type ProjectScope,
  SOME_CELLS,
  someCells,
} from './queries.ts';

/** A point on both axes: what is known up to a position, and of that what takes effect up to a day. */
export interface Moment {
  readonly position: bigint;
  /** Everything that is known, when absent. */
  readonly day?: CivilDate | undefined;
}

const COUNTS = (position: string, day: string) => `(position <= ${position} AND effective_on <= ${day})`;

/** Behind every day, so that "no day" compares like one. */
const END_OF_TIME = '9999-12-31';

/** Quarters that are over are one seek each; of the one that the day lies in the changes are added up. */
const BALANCE_TO = `CASE WHEN c.quarter IN (SELECT value FROM json_each(?)) THEN ${BALANCE}
       WHEN c.quarter = ? THEN (SELECT sum(e.movement) FROM pva_entry e
                                 WHERE e.cell = c.id AND e.position <= ? AND e.effective_on <= ?) END`;

/** The same figures as `PlanVersusActualQueries`, of that alone which takes effect up to the end of a day. */
export class EffectiveQueries {
  readonly #cells;
  readonly #lineCells;
  readonly #someCells;
  readonly #entries;
  readonly #moved;

  constructor(database: DatabaseSync) {
    this.#cells = database.prepare(
      `SELECT project, quarter, measure, sum(balance) AS balance FROM (
         SELECT c.project, c.quarter, c.measure, ${BALANCE_TO} AS balance
           FROM pva_cell c WHERE c.organisation = ? AND c.fiscal_year = ?)
        WHERE balance IS NOT NULL GROUP BY project, quarter, measure`,
    );
    this.#lineCells = database.prepare(
      `SELECT project, fundSource, category, quarter, measure, balance FROM (
         SELECT c.project, c.fund_source AS fundSource, c.category, c.quarter, c.measure, ${BALANCE_TO} AS balance
           FROM pva_cell c WHERE c.organisation = ? AND c.fiscal_year = ? AND c.project = coalesce(?, c.project))
        WHERE balance IS NOT NULL`,
    );
    this.#someCells = database.prepare(
      `SELECT c.id, c.quarter, c.measure, c.fund_source AS fundSource, c.category FROM pva_cell c
        WHERE ${SOME_CELLS}`,
    );
    this.#moved = database.prepare(
      'SELECT sum(movement) AS moved FROM pva_entry WHERE cell = ? AND position <= ? AND effective_on <= ?',
    );
    const [thenCounts, nowCounts] = [COUNTS('?5', '?6'), COUNTS('?3', '?4')];
    this.#entries = database.prepare(
      `SELECT CAST(position AS TEXT) AS position,
              CASE WHEN ${nowCounts} THEN movement ELSE -movement END AS movement FROM pva_entry
        WHERE cell = ?1 AND position > ?7 AND position <= ?8 AND ${nowCounts} <> ${thenCounts}
        ORDER BY pva_entry.position LIMIT ?2`,
    );
  }

  /** Every cell of a fiscal year that had moved up to the day, as known at a position. */
  cells({ organisation, fiscalYear }: AccountScope, knownAt: bigint, to: EffectiveTo): CellRow[] {
    return this.#cells.all(...cut(knownAt, to), organisation, fiscalYear) as unknown as CellRow[];
  }

  /** What had moved up to the day on every line of a fiscal year, or of one project, in each quarter. */
  lineCells(
    { organisation, fiscalYear, project }: AccountScope & { readonly project?: string | undefined },
    knownAt: bigint,
    to: EffectiveTo,
  ): LineCellRow[] {
    const asked = [organisation, fiscalYear, project ?? null] as const;
    return this.#lineCells.all(...cut(knownAt, to), ...asked) as unknown as LineCellRow[];
  }

  /** The sum of what had moved up to a day in some cells, as known at a position. */
  balance(
    scope: ProjectScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { position, day = END_OF_TIME as CivilDate }: Moment,
  ): Satang {
    const rows = this.#someCells.all(...someCells(scope, measures, quarters));
    return sum(
      rows.map(({ id }) => (this.#moved.get(id as number, position, day)?.['moved'] ?? ZERO) as Satang),
    );
  }

  /**
   * What makes some cells of one project at one moment into what they are at another, oldest first: what counts only
   * at the second, and, turned round, what counted only at the first. At most the changes of the first so many events.
   */
  between(
    scope: ProjectScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { from, to, limit }: { readonly from: Moment; readonly to: Moment; readonly limit: number },
  ): EntryRow[] {
    const [low, high] = from.position < to.position ? [from, to] : [to, from];
    const after = from.day === to.day ? low.position : 0n;
    const points = [to, from].flatMap(({ position, day }) => [position, day ?? END_OF_TIME]);
    let page = new FirstEvents(limit, high.position);
    for (const { id, ...cell } of this.#someCells.all(...someCells(scope, measures, quarters))) {
      const changes = this.#entries.all(id as number, limit, ...points, after, page.end);
      page = page.with(changes.map((change) => ({ ...cell, ...change }) as unknown as EntryRow));
    }
    return page.rows;
  }
}

const cut = (knownAt: bigint, { day, whole, partial }: EffectiveTo) =>
  [JSON.stringify(whole), knownAt, partial ?? null, knownAt, day] as const;
