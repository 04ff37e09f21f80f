import type { DatabaseSync } from 'node:sqlite';
import type { Measure } from '#budget';
import type { Quarter, Satang } from '#kernel';

/** An account as it was known: it exists from the position at which it was opened. */
export interface AccountRow {
  readonly project: string;
  readonly name: string;
  readonly nameEn: string | undefined;
}

/** What had moved in one quarter of one project, by measure, over all its lines. */
export interface CellRow {
  readonly project: string;
  readonly quarter: Quarter;
  readonly measure: Measure;
  readonly balance: Satang;
}

export interface EntryRow {
  readonly position: string;
  readonly quarter: Quarter;
  readonly measure: Measure;
  readonly fundSource: string;
  readonly category: string;
  readonly movement: Satang;
}

export interface AccountScope {
  readonly organisation: string;
  readonly fiscalYear: number;
}

export class PlanVersusActualQueries {
  readonly #accounts;
  readonly #cells;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#accounts = database.prepare(
      `SELECT project, name, name_en AS nameEn FROM pva_account
        WHERE organisation = ? AND fiscal_year = ? AND position <= ? ORDER BY project`,
    );
    this.#cells = database.prepare(
      `SELECT project, quarter, measure, sum(balance) AS balance FROM (
         SELECT c.project, c.quarter, c.measure,
                (SELECT e.balance FROM pva_entry e WHERE e.cell = c.id AND e.position <= ?
                  ORDER BY e.position DESC LIMIT 1) AS balance
           FROM pva_cell c WHERE c.organisation = ? AND c.fiscal_year = ?)
        WHERE balance IS NOT NULL GROUP BY project, quarter, measure`,
    );
  }

  /** The accounts of a fiscal year in code order, as known at a position. */
  accounts({ organisation, fiscalYear }: AccountScope, knownAt: bigint): AccountRow[] {
    return this.#accounts.all(organisation, fiscalYear, knownAt).map((row) => ({
      project: row['project'] as string,
      name: row['name'] as string,
      nameEn: (row['nameEn'] as string | null) ?? undefined,
    }));
  }

  /** Every cell of a fiscal year that had moved, as known at a position. */
  cells({ organisation, fiscalYear }: AccountScope, knownAt: bigint): CellRow[] {
    return this.#cells.all(knownAt, organisation, fiscalYear) as unknown as CellRow[];
  }

  /** The changes of some cells after one position and up to another, in the order of the log. */
  entries(
    scope: AccountScope & { readonly project: string },
    measures: readonly Measure[],
    quarters: readonly Quarter[],
    { after, upTo, limit }: { after: bigint; upTo: bigint; limit: number },
  ): EntryRow[] {
    const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
    return this.#database
      .prepare(
        `SELECT CAST(e.position AS TEXT) AS position, c.quarter, c.measure, c.fund_source AS fundSource,
                c.category, e.movement
           FROM pva_cell c JOIN pva_entry e ON e.cell = c.id
          WHERE c.organisation = ? AND c.fiscal_year = ? AND c.project = ?
            AND c.measure IN (${marks(measures)}) AND c.quarter IN (${marks(quarters)})
            AND e.position > ? AND e.position <= ?
          ORDER BY e.position, c.quarter, c.measure LIMIT ?`,
      )
      .all(
        scope.organisation,
        scope.fiscalYear,
        scope.project,
        ...measures,
        ...quarters,
        after,
        upTo,
        limit,
      ) as unknown as EntryRow[];
  }

  /** The sum of some cells as known at a position. */
  balance(
    scope: AccountScope & { readonly project: string },
    measures: readonly Measure[],
    quarters: readonly Quarter[],
    knownAt: bigint,
  ): number {
    return this.cells(scope, knownAt)
      .filter(
        (cell) =>
          cell.project === scope.project &&
          measures.includes(cell.measure) &&
          quarters.includes(cell.quarter),
      )
      .reduce((total, cell) => total + cell.balance, 0);
  }
}
