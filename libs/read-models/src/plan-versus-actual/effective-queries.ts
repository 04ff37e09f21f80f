import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import { type CivilDate, type Satang, sum } from '#kernel';
import { CellChanges } from './cell-changes.ts';
import { ChangeWindows } from './change-windows.ts';
import type { EffectiveTo } from './effective-to.ts';
import { FirstEvents, newestOf } from './first-events.ts';
import type { Moment } from './moment.ts';
import {
  type CellRow,
  type CellScope,
  type EntryRow,
  type LineCellRow,
  type ProjectScope,
  SOME_CELLS,
  SOME_CELLS_OF_ALL,
  someCells,
} from './queries.ts';
import { END_OF_TIME, movedByDay, Rollups, START_OF_TIME } from './rollups.ts';

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
  readonly #windows: ChangeWindows;

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
    this.#windows = new ChangeWindows(database);
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

  /** The sum of what had moved up to a day in some cells, as known at a position. */
  balance(
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { position, day = END_OF_TIME }: Moment,
  ): Satang {
    const days = { first: scope.since ?? START_OF_TIME, last: day };
    const rows = this.#cellsOf(scope, measures, quarters);
    return sum(rows.map(({ id }) => this.#rollups.moved(id, position, days)));
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
    const high = from.position < to.position ? to.position : from.position;
    const rows = this.#undated(scope, someCells(scope, measures, quarters), { from, to, limit });
    if (rows) return new FirstEvents(limit, high).with(rows).rows;
    const asked = { from, to, since: scope.since };
    let page = new FirstEvents(limit, high);
    let read: EntryRow[] = [];
    for (const { id, ...cell } of this.#cellsOf(scope, measures, quarters)) {
      const changes = this.#changes.between(id, asked, page.end, limit);
      for (const change of changes) read.push({ ...cell, ...change });
      // Sorted in as many steps as there are pages of changes, not for every cell.
      if (read.length < limit) continue;
      page = page.with(read);
      read = [];
    }
    return page.with(read).rows;
  }

  /** Whatever the day: all changes of a short span at once, or of many cells those of the first events. */
  #undated(
    { project, since }: DatedScope,
    cells: readonly SQLInputValue[],
    { from, to, limit }: ChangePage,
  ): EntryRow[] | undefined {
    const isDated = [since, from.day, to.day].some((day) => day !== undefined);
    if (isDated || from.position > to.position) return undefined;
    const [which, span] = [
      project === undefined ? 'all' : 'project',
      { after: from.position, upTo: to.position },
    ] as const;
    const few = this.#windows.few(which, cells, span, limit);
    return few ?? (which === 'all' ? this.#windows.near('first', cells, span, limit) : undefined);
  }

  /** The changes that the newest events made to some cells, as known at a moment, newest first. */
  latest(
    scope: DatedScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    { at: { position, day = END_OF_TIME }, limit }: { readonly at: Moment; readonly limit: number },
  ): EntryRow[] {
    const days = { first: scope.since ?? START_OF_TIME, last: day };
    if (scope.project === undefined && scope.since === undefined && day === END_OF_TIME) {
      const cells = someCells(scope, measures, quarters);
      return newestOf(this.#windows.near('last', cells, { after: 0n, upTo: position }, limit), limit);
    }
    let newest: EntryRow[] = [];
    let floor = 0n;
    for (const { id, ...cell } of this.#cellsOf(scope, measures, quarters)) {
      const changes = this.#changes.latest(id, { after: floor, upTo: position }, days, limit);
      if (changes.length === 0) continue;
      const all = [...newest, ...changes.map((change) => ({ ...cell, ...change }))];
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

type FoundCell = Omit<EntryRow, 'position' | 'movement'> & { readonly id: number };

const cut = (knownAt: bigint, { day, whole, partial }: EffectiveTo) =>
  [JSON.stringify(whole), knownAt, partial ?? null, day] as const;
