import type { DatabaseSync } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import type { CivilDate } from '#kernel';
import { CellChanges } from './cell-changes.ts';
import type { EffectiveTo } from './effective-to.ts';
import { FewChanges } from './few-changes.ts';
import { FirstEvents, newestOf } from './first-events.ts';
import type { Moment } from './moment.ts';
import { type Edge, type MovedCell, MovedCells } from './moved-cells.ts';
import {
  byMeasure,
  type CellRow,
  type CellScope,
  type EntryRow,
  type LineCellRow,
  type MeasureBalance,
  type ProjectScope,
  SOME_CELLS,
  SOME_CELLS_OF_ALL,
  someCells,
} from './queries.ts';
import { END_OF_TIME, movedByDay, Rollups, type Span, START_OF_TIME } from './rollups.ts';

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

/** Quarters that are over are one seek each; of the one that the day lies in the days are added up. */
const BALANCE_TO = `CASE WHEN c.quarter IN (SELECT value FROM json_each(?1))
            THEN (SELECT e.balance FROM pva_entry e WHERE e.cell = c.id AND e.position <= ?2
                   ORDER BY e.position DESC LIMIT 1)
       WHEN c.quarter = ?3
            THEN (SELECT sum(moved) FROM (${movedByDay('c.id', '?2', 'effective_on <= ?4')})) END`;

/** The same figures as `PlanVersusActualQueries`, of that alone which takes effect up to the end of a day. */
export class EffectiveQueries {
  readonly #cells;
  readonly #cellsOfProject;
  readonly #lineCells;
  readonly #lineCellsOfProject;
  readonly #someCells;
  readonly #someCellsOfAll;
  readonly #rollups: Rollups;
  readonly #changes: CellChanges;
  readonly #few: FewChanges;
  readonly #moved: MovedCells;

  constructor(database: DatabaseSync) {
    const cells = (ofProject: string) =>
      database.prepare(
        `SELECT project, quarter, measure, sum(balance) AS balance FROM (
         SELECT c.project, c.quarter, c.measure, ${BALANCE_TO} AS balance
           FROM pva_cell c WHERE c.organisation = ?5 AND c.fiscal_year = ?6 ${ofProject})
        WHERE balance IS NOT NULL GROUP BY project, quarter, measure`,
      );
    this.#cells = cells('');
    this.#cellsOfProject = cells('AND c.project = ?7');
    const lineCells = (ofProject: string) =>
      database.prepare(
        `SELECT project, fundSource, category, quarter, measure, balance FROM (
         SELECT c.project, c.fund_source AS fundSource, c.category, c.quarter, c.measure, ${BALANCE_TO} AS balance
           FROM pva_cell c WHERE c.organisation = ?5 AND c.fiscal_year = ?6 ${ofProject})
        WHERE balance IS NOT NULL`,
      );
    this.#lineCells = lineCells('');
    this.#lineCellsOfProject = lineCells('AND c.project = ?7');
    const some = `SELECT c.id, c.quarter, c.measure, c.fund_source AS fundSource, c.category FROM pva_cell c WHERE`;
    this.#someCells = database.prepare(`${some} ${SOME_CELLS}`);
    this.#someCellsOfAll = database.prepare(`${some} ${SOME_CELLS_OF_ALL}`);
    this.#rollups = new Rollups(database);
    this.#changes = new CellChanges(database, this.#rollups);
    this.#few = new FewChanges(database);
    this.#moved = new MovedCells(database);
  }

  /** Every cell of a fiscal year, or of one project in it, that had moved up to the day, as known at a position. */
  cells({ organisation, fiscalYear, project }: ProjectScope, knownAt: bigint, to: EffectiveTo): CellRow[] {
    const asked = [...cut(knownAt, to), organisation, fiscalYear] as const;
    const rows =
      project === undefined ? this.#cells.all(...asked) : this.#cellsOfProject.all(...asked, project);
    return rows as unknown as CellRow[];
  }

  /** What had moved up to the day on every line of a fiscal year, or of one project, in each quarter. */
  lineCells(
    { organisation, fiscalYear, project }: ProjectScope,
    knownAt: bigint,
    to: EffectiveTo,
  ): LineCellRow[] {
    const asked = [...cut(knownAt, to), organisation, fiscalYear] as const;
    const rows =
      project === undefined ? this.#lineCells.all(...asked) : this.#lineCellsOfProject.all(...asked, project);
    return rows as unknown as LineCellRow[];
  }

  /** By measure the sum of what had moved up to a day in some cells, as known at a position; nothing of a measure that did not. */
  balances(
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { position, day = END_OF_TIME }: Moment,
  ): MeasureBalance[] {
    const days = { first: scope.since ?? START_OF_TIME, last: day };
    const cells = this.#cellsOf(scope, measures, quarters);
    return byMeasure(cells.map(({ id, measure }) => [measure, this.#rollups.moved(id, position, days)]));
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
    const [low, high] =
      from.position < to.position ? [from.position, to.position] : [to.position, from.position];
    const asked = { from, to, since: scope.since };
    // Where the days differ, what was known at both moments may count at one of them alone.
    const span = { after: from.day === to.day ? low : 0n, upTo: high };
    const moved = this.#movedCells(scope, measures, quarters, { span, next: 'first' });
    let page = new FirstEvents(limit, high);
    const isDated = [scope.since, from.day, to.day].some((day) => day !== undefined);
    const few = isDated || to.position === low ? undefined : this.#few.near('first', moved, span, limit);
    if (few) return page.with(few).rows;
    let read: EntryRow[] = [];
    for (const { id, edge, ...cell } of moved) {
      if (edge > page.end) break;
      const changes = this.#changes.between(id, asked, page.end, limit);
      for (const change of changes) read.push({ ...cell, ...change });
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
    { at: { position, day = END_OF_TIME }, limit }: { readonly at: Moment; readonly limit: number },
  ): EntryRow[] {
    const days = { first: scope.since ?? START_OF_TIME, last: day };
    const span = { after: 0n, upTo: position };
    const moved = this.#movedCells(scope, measures, quarters, { span, next: 'last' });
    const isDated = scope.since !== undefined || day !== END_OF_TIME;
    const few = isDated ? undefined : this.#few.near('last', moved, span, limit);
    if (few) return newestOf(few, limit);
    let newest: EntryRow[] = [];
    let floor = 0n;
    for (const { id, edge, ...cell } of moved) {
      if (edge <= floor) break;
      const changes = this.#changes.latest(id, { after: floor, upTo: position }, days, limit);
      if (changes.length === 0) continue;
      const all = [...newest, ...changes.map((change) => ({ ...cell, ...change }))];
      newest = newestOf(all, limit);
      const events = new Set(newest.map((row) => row.position)).size;
      if (events === limit) floor = BigInt(newest.at(-1)?.position ?? 0) - 1n;
    }
    return newest;
  }

  #movedCells(
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { span, next }: { readonly span: Span; readonly next: Edge },
  ): MovedCell[] {
    const whose = scope.project === undefined ? 'all' : 'project';
    return this.#moved.of(whose, someCells(scope, measures, quarters), span, next);
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

type FoundCell = Omit<EntryRow, 'position' | 'movement'> & { readonly id: number };

const cut = (knownAt: bigint, { day, whole, partial }: EffectiveTo) =>
  [JSON.stringify(whole), knownAt, partial ?? null, day] as const;
