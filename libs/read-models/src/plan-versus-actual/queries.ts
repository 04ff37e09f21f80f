import type { DatabaseSync } from 'node:sqlite';
import type { Measure, MovementQuarter } from '#budget';
import { add, type Satang, sum, ZERO } from '#kernel';

/** An account as it was known: it exists from the position at which it was opened. */
export interface AccountRow {
  readonly project: string;
  readonly name: string;
  readonly nameEn: string | undefined;
}

/** What had moved in one quarter of one project, by measure, over all its lines. */
export interface CellRow {
  readonly project: string;
  readonly quarter: MovementQuarter;
  readonly measure: Measure;
  readonly balance: Satang;
}

/** What had moved on one line of one project over the whole year, by measure. */
export interface LineTotalRow {
  readonly project: string;
  /** Empty, like the category, for the plan, which belongs to the whole account. */
  readonly fundSource: string;
  readonly category: string;
  readonly measure: Measure;
  readonly balance: Satang;
}

/** What had moved on one line in one quarter, by measure. */
export interface LineCellRow extends LineTotalRow {
  readonly quarter: MovementQuarter;
}

/** What some cells of a measure come to. */
export interface MeasureBalance {
  readonly measure: Measure;
  readonly balance: Satang;
}

export interface EntryRow {
  readonly position: string;
  readonly quarter: MovementQuarter;
  readonly measure: Measure;
  readonly fundSource: string;
  readonly category: string;
  readonly movement: Satang;
}

export interface AccountScope {
  readonly organisation: string;
  readonly fiscalYear: number;
}

export interface ProjectScope extends AccountScope {
  /** All projects together when absent. */
  readonly project?: string | undefined;
}

export interface CellScope extends ProjectScope {
  /** Only lines of this fund source, or of this category. */
  readonly fundSource?: string | undefined;
  readonly category?: string | undefined;
}

/** The balance of a cell as known at a position: one seek, whatever the length of the log. */
export const BALANCE = `(SELECT e.balance FROM pva_entry e WHERE e.cell = c.id AND e.position <= ?
                  ORDER BY e.position DESC LIMIT 1)`;

const OF_PROJECT = 'AND c.project = ?';

const KINDS = `c.measure IN (SELECT value FROM json_each(?)) AND c.quarter IN (SELECT value FROM json_each(?))
            AND c.fund_source = coalesce(?, c.fund_source) AND c.category = coalesce(?, c.category)`;

/** Some cells of one project; measures and quarters come as JSON lists, so that one statement serves all. */
export const SOME_CELLS = `c.organisation = ? AND c.fiscal_year = ? AND c.project = ? AND ${KINDS}`;

/** The same cells of all projects. */
export const SOME_CELLS_OF_ALL = `c.organisation = ? AND c.fiscal_year = ? AND ${KINDS}`;

export class PlanVersusActualQueries {
  readonly #accounts;
  readonly #account;
  readonly #cells;
  readonly #cellsOfProject;
  readonly #lineCells;
  readonly #lineCellsOfProject;
  readonly #lineTotals;
  readonly #balances;
  readonly #years;
  readonly #balancesOfAll;

  constructor(database: DatabaseSync) {
    const accounts = (ofProject: string) =>
      database.prepare(
        `SELECT project, name, name_en AS nameEn FROM pva_account
          WHERE organisation = ? AND fiscal_year = ? AND position <= ? AND effective_on <= coalesce(?, effective_on)
                ${ofProject} ORDER BY project`,
      );
    this.#accounts = accounts('');
    this.#account = accounts('AND project = ?');
    const cells = (ofProject: string) =>
      database.prepare(
        `SELECT project, quarter, measure, sum(balance) AS balance FROM (
         SELECT c.project, c.quarter, c.measure, ${BALANCE} AS balance
           FROM pva_cell c WHERE c.organisation = ? AND c.fiscal_year = ? ${ofProject})
        WHERE balance IS NOT NULL GROUP BY project, quarter, measure`,
      );
    this.#cells = cells('');
    this.#cellsOfProject = cells(OF_PROJECT);
    const lineCells = (ofProject: string) =>
      database.prepare(
        `SELECT project, fundSource, category, quarter, measure, balance FROM (
         SELECT c.project, c.fund_source AS fundSource, c.category, c.quarter, c.measure, ${BALANCE} AS balance
           FROM pva_cell c WHERE c.organisation = ? AND c.fiscal_year = ? ${ofProject})
        WHERE balance IS NOT NULL`,
      );
    this.#lineCells = lineCells('');
    this.#lineCellsOfProject = lineCells(OF_PROJECT);
    this.#lineTotals = database.prepare(
      `SELECT project, fund_source AS fundSource, category, measure, sum(balance) AS balance FROM (
         SELECT c.project, c.fund_source, c.category, c.measure, ${BALANCE} AS balance
           FROM pva_cell c WHERE c.organisation = ? AND c.fiscal_year = ?)
        WHERE balance IS NOT NULL GROUP BY project, fund_source, category, measure`,
    );
    this.#years = database.prepare(
      `SELECT fiscal_year AS fiscalYear, count(*) AS projects FROM pva_account
        WHERE organisation = ? GROUP BY fiscal_year ORDER BY fiscal_year DESC`,
    );
    const balances = (cells: string) => {
      const statement = database.prepare(`SELECT c.measure, ${BALANCE} FROM pva_cell c WHERE ${cells}`);
      // Thousands of cells: as arrays SQLite hands them over faster.
      statement.setReturnArrays(true);
      return statement;
    };
    this.#balances = balances(SOME_CELLS);
    this.#balancesOfAll = balances(SOME_CELLS_OF_ALL);
  }

  /** The fiscal years that have accounts, the newest first. */
  years(organisation: string): { fiscalYear: number; projects: number }[] {
    return this.#years.all(organisation).map((row) => ({
      fiscalYear: row['fiscalYear'] as number,
      projects: row['projects'] as number,
    }));
  }

  /** The accounts of a fiscal year in code order, as known at a position, opened on a day or before where one is named. */
  accounts({ organisation, fiscalYear }: AccountScope, knownAt: bigint, day?: string): AccountRow[] {
    return this.#accounts.all(organisation, fiscalYear, knownAt, day ?? null).map(accountRow);
  }

  /** The account of a project, where it was known at a position, and opened on a day or before. */
  account(
    { organisation, fiscalYear, project }: AccountScope & { readonly project: string },
    knownAt: bigint,
    day?: string,
  ): AccountRow | undefined {
    const row = this.#account.get(organisation, fiscalYear, knownAt, day ?? null, project);
    return row && accountRow(row);
  }

  /** Every cell of a fiscal year, or of one project in it, that had moved, as known at a position. */
  cells({ organisation, fiscalYear, project }: ProjectScope, knownAt: bigint): CellRow[] {
    const asked = [knownAt, organisation, fiscalYear] as const;
    const rows =
      project === undefined ? this.#cells.all(...asked) : this.#cellsOfProject.all(...asked, project);
    return rows as unknown as CellRow[];
  }

  /** What had moved on every line of a fiscal year, or of one project, in each quarter, as known at a position. */
  lineCells({ organisation, fiscalYear, project }: ProjectScope, knownAt: bigint): LineCellRow[] {
    const asked = [knownAt, organisation, fiscalYear] as const;
    const rows =
      project === undefined ? this.#lineCells.all(...asked) : this.#lineCellsOfProject.all(...asked, project);
    return rows as unknown as LineCellRow[];
  }

  /** The same with the quarters added up. */
  lineTotals({ organisation, fiscalYear }: AccountScope, knownAt: bigint): LineTotalRow[] {
    return this.#lineTotals.all(knownAt, organisation, fiscalYear) as unknown as LineTotalRow[];
  }

  /** The sum of some cells as known at a position. */
  balance(
    scope: CellScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    knownAt: bigint,
  ): Satang {
    return sum(this.balances(scope, measures, quarters, knownAt).map(({ balance }) => balance));
  }

  /** The same by measure; of a measure that nothing moved there is none. */
  balances(
    scope: CellScope,
    measures: readonly Measure[],
    quarters: readonly MovementQuarter[],
    knownAt: bigint,
  ): MeasureBalance[] {
    const balances = scope.project === undefined ? this.#balancesOfAll : this.#balances;
    const rows = balances.all(knownAt, ...someCells(scope, measures, quarters));
    return byMeasure(rows as unknown as MeasureOfCell[]);
  }
}

type MeasureOfCell = readonly [measure: Measure, balance: Satang | null];

/** Adds up by measure what some cells come to. */
export function byMeasure(cells: readonly MeasureOfCell[]): MeasureBalance[] {
  const totals = new Map<Measure, Satang>();
  for (const [measure, balance] of cells)
    if (balance !== null) totals.set(measure, add(totals.get(measure) ?? ZERO, balance));
  return [...totals].map(([measure, balance]) => ({ measure, balance }));
}

const accountRow = (row: Readonly<Record<string, unknown>>): AccountRow => ({
  project: row['project'] as string,
  name: row['name'] as string,
  nameEn: (row['nameEn'] as string | null) ?? undefined,
});

export const someCells = (
  { organisation, fiscalYear, project, fundSource, category }: CellScope,
  measures: readonly Measure[],
  quarters: readonly MovementQuarter[],
) => {
  const lists = [JSON.stringify(measures), JSON.stringify(quarters)] as const;
  const named = project === undefined ? [] : [project];
  return [organisation, fiscalYear, ...named, ...lists, fundSource ?? null, category ?? null] as const;
};
