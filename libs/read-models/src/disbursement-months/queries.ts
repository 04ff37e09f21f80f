import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';

/** What was disbursed on a line in a month, net. */
export interface MonthRow {
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
  /** `YYYY-MM`; it may lie after the fiscal year, when reserved money is used. */
  readonly month: string;
  readonly balance: Satang;
}

export class DisbursementMonthsQueries {
  readonly #months;

  constructor(database: DatabaseSync) {
    this.#months = database.prepare(
      `SELECT project, fundSource, category, month, balance FROM (
         SELECT c.project, c.fund_source AS fundSource, c.category, c.month,
                (SELECT e.balance FROM dm_entry e WHERE e.cell = c.id AND e.position <= ?
                  ORDER BY e.position DESC LIMIT 1) AS balance
           FROM dm_cell c WHERE c.organisation = ? AND c.fiscal_year = ?)
        WHERE balance IS NOT NULL`,
    );
  }

  /** Every month of every line of a fiscal year, as known at a position. */
  months(
    { organisation, fiscalYear }: { readonly organisation: string; readonly fiscalYear: number },
    knownAt: bigint,
  ): MonthRow[] {
    return this.#months.all(knownAt, organisation, fiscalYear) as unknown as MonthRow[];
  }
}
