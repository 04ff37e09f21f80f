import type { DatabaseSync } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import { add, type CivilDate, type Satang, ZERO } from '#kernel';
import type { CellScope } from './queries.ts';
import { END_OF_TIME, movedByDay } from './rollups.ts';

/** What moved in a month over all lines, by measure; it lies in the quarter that it counts for. */
export interface MonthFigureRow {
  readonly quarter: MovementQuarter;
  /** `YYYY-MM` */
  readonly month: string;
  readonly measure: Measure;
  readonly moved: Satang;
}

type Cell = Pick<MonthFigureRow, 'quarter' | 'measure'> & { readonly id: number };
type Month = Pick<MonthFigureRow, 'month' | 'moved'>;

/** What was used month by month: the changes of the cells of a year, added up. */
export class MonthFigureQueries {
  readonly #cells;
  readonly #cellsOfAll;
  readonly #months;

  constructor(database: DatabaseSync) {
    const cells = (where: string) =>
      database.prepare(
        `SELECT c.id, c.quarter, c.measure FROM pva_cell c
          WHERE c.organisation = ? AND c.fiscal_year = ? ${where} AND c.measure IN ('disbursed', 'committed')`,
      );
    this.#cells = cells('AND c.project = ?');
    this.#cellsOfAll = cells('');
    // Cell by cell: a cell has few months, so that grouping them costs a fifth of grouping all at once.
    this.#months = database.prepare(
      `SELECT substr(effective_on, 1, 7) AS month, sum(moved) AS moved
         FROM (${movedByDay('?1', '?2', 'effective_on <= ?3')}) GROUP BY month`,
    );
  }

  /** As known at a position, of that which takes effect up to a day where one is named. */
  months(
    { organisation, fiscalYear, project }: CellScope,
    { position, day }: { readonly position: bigint; readonly day?: CivilDate | undefined },
  ): MonthFigureRow[] {
    const year = [organisation, fiscalYear] as const;
    const cells = project === undefined ? this.#cellsOfAll.all(...year) : this.#cells.all(...year, project);
    const months = new Map<string, MonthFigureRow>();
    for (const { id, quarter, measure } of cells as unknown as Cell[]) {
      for (const row of this.#months.all(id, position, day ?? END_OF_TIME) as unknown as Month[]) {
        const name = `${row.month} ${measure} ${quarter}`;
        const moved = add(months.get(name)?.moved ?? ZERO, row.moved);
        months.set(name, { quarter, measure, month: row.month, moved });
      }
    }
    return [...months.values()];
  }
}
