import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';

/** A commitment as it was known at a position. */
export interface CommitmentRow {
  readonly project: string;
  readonly commitment: string;
  readonly fundSource: string;
  readonly category: string;
  readonly madeOn: string;
  readonly lastMovedOn: string;
  readonly description: string | null;
  readonly counterparty: string | null;
  /** Made, amended and released together. */
  readonly committed: Satang;
  readonly disbursed: Satang;
  readonly outstanding: Satang;
}

export class OutstandingCommitmentsQueries {
  readonly #list;

  constructor(database: DatabaseSync) {
    this.#list = database.prepare(
      `SELECT c.project, c.commitment, c.fund_source AS fundSource, c.category, c.made_on AS madeOn,
              e.effective_on AS lastMovedOn, c.description, c.counterparty, e.committed, e.disbursed, e.outstanding
         FROM oc_commitment c JOIN oc_entry e ON e.commitment = c.id AND e.position =
              (SELECT max(position) FROM oc_entry l WHERE l.commitment = c.id AND l.position <= ?)
        WHERE c.organisation = ? AND c.fiscal_year = ? AND (? IS NULL OR c.project = ?)
          AND (e.outstanding <> 0 OR ?) AND (c.project, c.commitment) > (?, ?)
        ORDER BY c.project, c.commitment LIMIT ?`,
    );
  }

  /** A page of commitments in project and number order; settled ones only when asked for. */
  list(
    scope: { organisation: string; fiscalYear: number; project?: string | undefined },
    knownAt: bigint,
    page: { includeSettled: boolean; after: { project: string; commitment: string }; limit: number },
  ): CommitmentRow[] {
    const project = scope.project ?? null;
    return this.#list.all(
      knownAt,
      scope.organisation,
      scope.fiscalYear,
      project,
      project,
      page.includeSettled ? 1 : 0,
      page.after.project,
      page.after.commitment,
      page.limit,
    ) as unknown as CommitmentRow[];
  }
}
