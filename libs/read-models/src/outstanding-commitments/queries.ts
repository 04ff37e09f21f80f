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

export interface CommitmentScope {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project?: string | undefined;
}

export interface CommitmentPage {
  readonly includeSettled: boolean;
  /** The last commitment of the page before; empty codes for the first page. */
  readonly after: { readonly project: string; readonly commitment: string };
  readonly limit: number;
}

const COLUMNS = `c.project, c.commitment, c.fund_source AS fundSource, c.category, c.made_on AS madeOn,
              e.effective_on AS lastMovedOn, c.description, c.counterparty, e.committed, e.disbursed, e.outstanding`;

/** A commitment with its newest change up to a position: one seek each. */
const AS_KNOWN = `oc_commitment c JOIN oc_entry e ON e.commitment = c.id AND e.position =
              (SELECT max(position) FROM oc_entry l WHERE l.commitment = c.id AND l.position <= ?)`;

export class OutstandingCommitmentsQueries {
  readonly #ofYear;
  readonly #ofProject;

  constructor(database: DatabaseSync) {
    this.#ofYear = database.prepare(
      `SELECT ${COLUMNS} FROM ${AS_KNOWN}
        WHERE c.organisation = ? AND c.fiscal_year = ? AND (c.project, c.commitment) > (?, ?)
          AND (e.outstanding <> 0 OR ?)
        ORDER BY c.project, c.commitment LIMIT ?`,
    );
    this.#ofProject = database.prepare(
      `SELECT ${COLUMNS} FROM ${AS_KNOWN}
        WHERE c.organisation = ? AND c.fiscal_year = ? AND c.project = ? AND c.commitment > ?
          AND (e.outstanding <> 0 OR ?)
        ORDER BY c.commitment LIMIT ?`,
    );
  }

  /** A page of commitments in project and number order; settled ones only when asked for. */
  list(
    { organisation, fiscalYear, project }: CommitmentScope,
    knownAt: bigint,
    { includeSettled, after, limit }: CommitmentPage,
  ): CommitmentRow[] {
    const settled = includeSettled ? 1 : 0;
    if (project === undefined) {
      return this.#ofYear.all(
        knownAt,
        organisation,
        fiscalYear,
        after.project,
        after.commitment,
        settled,
        limit,
      ) as unknown as CommitmentRow[];
    }
    // A page that ended in an earlier project goes on with the first commitment of this one.
    if (after.project > project) return [];
    const from = after.project === project ? after.commitment : '';
    return this.#ofProject.all(
      knownAt,
      organisation,
      fiscalYear,
      project,
      from,
      settled,
      limit,
    ) as unknown as CommitmentRow[];
  }
}
