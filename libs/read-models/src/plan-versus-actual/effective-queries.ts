import type { DatabaseSync } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import { type CivilDate, type Satang, sum, ZERO } from '#kernel';
import type { EffectiveTo } from './effective-to.ts';
import { FirstEvents } from './first-events.ts';
import {
  type AccountScope,
  BALANCE,
  type CellRow,
  type CellScope,
  type EntryRow,
  type LineCellRow,
  SOME_CELLS,
  SOME_CELLS_OF_ALL,
  someCells,
} from './queries.ts';

/** A point on both axes: what is known up to a position, and of that what takes effect up to a day. */
export interface Moment {
  readonly position: bigint;
  /** Everything that is known, when absent. */
  readonly day?: CivilDate | undefined;
}

const COUNTS = (position: string, day: string) => `(position <= ${position} AND effective_on <= ${day})`;

/** Before and behind every day, so that "no day" compares like one. */
const START_OF_TIME = '0000-01-01';
const END_OF_TIME = '9999-12-31';

/** Some cells, of them only what takes effect on a day or later where one is named. */
export interface DatedScope extends CellScope {
  readonly since?: CivilDate | undefined;
}

/** A page of changes between two moments: the changes of at most so many events. */
export interface ChangePage {
  readonly from: Moment;
  readonly to: Moment;
  readonly limit: number;
}

/** Quarters that are over are one seek each; of the one that the day lies in the changes are added up. */
const BALANCE_TO = `CASE WHEN c.quarter IN (SELECT value FROM json_each(?)) THEN ${BALANCE}
       WHEN c.quarter = ? THEN (SELECT sum(e.movement) FROM pva_entry e
                                 WHERE e.cell = c.id AND e.position <= ? AND e.effective_on <= ?) END`;

/** The same figures as `PlanVersusActualQueries`, of that alone which takes effect up to the end of a day. */
export class EffectiveQueries {
  readonly #cells;
  readonly #lineCells;
  readonly #someCells;
  readonly #someCellsOfAll;
  readonly #entries;
  readonly #moved;
  readonly #latest;

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
    const cells = `SELECT c.id, c.quarter, c.measure, c.fund_source AS fundSource, c.category FROM pva_cell c WHERE`;
    this.#someCells = database.prepare(`${cells} ${SOME_CELLS}`);
    this.#someCellsOfAll = database.prepare(`${cells} ${SOME_CELLS_OF_ALL}`);
    this.#moved = database.prepare(
      `SELECT sum(movement) AS moved FROM pva_entry
        WHERE cell = ? AND position <= ? AND effective_on BETWEEN ? AND ?`,
    );
    this.#latest = database.prepare(
      `SELECT CAST(position AS TEXT) AS position, movement FROM pva_entry
        WHERE cell = ? AND position > ? AND position <= ? AND effective_on BETWEEN ? AND ?
        ORDER BY pva_entry.position DESC LIMIT ?`,
    );
    const [thenCounts, nowCounts] = [COUNTS('?5', '?6'), COUNTS('?3', '?4')];
    this.#entries = database.prepare(
      `SELECT CAST(position AS TEXT) AS position,
              CASE WHEN ${nowCounts} THEN movement ELSE -movement END AS movement FROM pva_entry
        WHERE cell = ?1 AND position > ?7 AND position <= ?8 AND effective_on >= ?9
          AND ${nowCounts} <> ${thenCounts}
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
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { position, day = END_OF_TIME as CivilDate }: Moment,
  ): Satang {
    const { since = START_OF_TIME } = scope;
    const rows = this.#cellsOf(scope, measures, quarters);
    return sum(
      rows.map(({ id }) => (this.#moved.get(id, position, since, day)?.['moved'] ?? ZERO) as Satang),
    );
  }

  /**
   * What makes some cells at one moment into what they are at another, oldest first: what counts only at the second,
   * and, turned round, what counted only at the first.
   */
  between(
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { from, to, limit }: ChangePage,
  ): EntryRow[] {
    const [low, high] = from.position < to.position ? [from, to] : [to, from];
    const after = from.day === to.day ? low.position : 0n;
    const points = [to, from].flatMap(({ position, day }) => [position, day ?? END_OF_TIME]);
    let page = new FirstEvents(limit, high.position);
    let read: EntryRow[] = [];
    for (const { id, ...cell } of this.#cellsOf(scope, measures, quarters)) {
      const span = [after, page.end, scope.since ?? START_OF_TIME];
      const changes = this.#entries.all(id, limit, ...points, ...span);
      for (const change of changes) read.push({ ...cell, ...change } as EntryRow);
      // Sorted in as many steps as there are pages of changes, not for every cell.
      if (read.length < limit) continue;
      page = page.with(read);
      read = [];
    }
    return page.with(read).rows;
  }

  /** The changes that the newest events made to some cells, as known at a moment, newest first. */
  latest(
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    {
      at: { position, day = END_OF_TIME as CivilDate },
      limit,
    }: { readonly at: Moment; readonly limit: number },
  ): EntryRow[] {
    const { since = START_OF_TIME } = scope;
    let newest: EntryRow[] = [];
    let floor = 0n;
    for (const { id, ...cell } of this.#cellsOf(scope, measures, quarters)) {
      const changes = this.#latest.all(id, floor, position, since, day, limit);
      if (changes.length === 0) continue;
      const all = [...newest, ...changes.map((change) => ({ ...cell, ...change }) as EntryRow)];
      newest = newestOf(all, limit);
      const events = new Set(newest.map((row) => row.position)).size;
      if (events === limit) floor = BigInt(newest.at(-1)?.position ?? 0) - 1n;
    }
    return newest;
  }

  #cellsOf(
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
  ): FoundCell[] {
    const cells = scope.project === undefined ? this.#someCellsOfAll : this.#someCells;
    return cells.all(...someCells(scope, measures, quarters)) as unknown as FoundCell[];
  }
}

/** The changes of the newest events among some, newest first. */
function newestOf(rows: readonly EntryRow[], limit: number): EntryRow[] {
  const sorted = rows.toSorted((a, b) => Number(b.position) - Number(a.position));
  const kept = new Set([...new Set(sorted.map(({ position }) => position))].slice(0, limit));
  return sorted.filter(({ position }) => kept.has(position));
}

type FoundCell = Omit<EntryRow, 'position' | 'movement'> & { readonly id: number };

const cut = (knownAt: bigint, { day, whole, partial }: EffectiveTo) =>
  [JSON.stringify(whole), knownAt, partial ?? null, knownAt, day] as const;
