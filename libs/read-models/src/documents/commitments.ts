import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';

/** A commitment as it was known at a position. */
export interface CommitmentRow {
  readonly project: string;
  readonly commitment: string;
  readonly item: string | null;
  readonly fundSource: string;
  readonly category: string;
  readonly madeOn: string;
  readonly lastMovedOn: string;
  readonly description: string | null;
  readonly counterparty: string | null;
  /** Made, amended and released together. */
  readonly committed: Satang;
  /** Accepted and not paid. */
  readonly accepted: Satang;
  readonly disbursed: Satang;
  /** Neither accepted nor paid. */
  readonly outstanding: Satang;
}

export interface CommitmentScope {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project?: string | undefined;
}

export interface CommitmentPage {
  /** Those of which nothing is outstanding or unpaid, too. */
  readonly includeSettled: boolean;
  /** The last commitment of the page before; empty codes for the first page. */
  readonly after: { readonly project: string; readonly commitment: string; readonly item?: string | null };
  readonly limit: number;
}

const COLUMNS = `d.project, d.number AS commitment, nullif(d.item, '') AS item, d.fund_source AS fundSource, d.category,
              d.made_on AS madeOn, e.effective_on AS lastMovedOn, d.description, d.counterparty,
              e.amount AS committed, e.accepted, e.used AS disbursed,
              e.amount - e.accepted - e.used AS outstanding`;

/** A commitment with its newest change up to a position: one seek each. */
const AS_KNOWN = `doc_document d JOIN doc_entry e ON e.document = d.id AND e.position =
              (SELECT max(position) FROM doc_entry l WHERE l.document = d.id AND l.position <= ?)`;

const YEAR = `d.organisation = ? AND d.fiscal_year = ? AND d.stage = 'commitment'`;
const WANTED = '(e.amount <> e.used OR ?)';

/** The orders and contracts among the documents. */
export class OutstandingCommitmentsQueries {
  readonly #ofYear;
  readonly #ofProject;

  constructor(database: DatabaseSync) {
    this.#ofYear = database.prepare(
      `SELECT ${COLUMNS} FROM ${AS_KNOWN}
        WHERE ${YEAR} AND (d.project, d.number, d.item) > (?, ?, ?) AND ${WANTED}
        ORDER BY d.project, d.number, d.item LIMIT ?`,
    );
    this.#ofProject = database.prepare(
      `SELECT ${COLUMNS} FROM ${AS_KNOWN}
        WHERE ${YEAR} AND d.project = ? AND (d.number, d.item) > (?, ?) AND ${WANTED}
        ORDER BY d.number, d.item LIMIT ?`,
    );
  }

  /** A page of commitments in project and number order; settled ones only when asked for. */
  list(
    { organisation, fiscalYear, project }: CommitmentScope,
    knownAt: bigint,
    { includeSettled, after, limit }: CommitmentPage,
  ): CommitmentRow[] {
    const settled = includeSettled ? 1 : 0;
    const year = [knownAt, organisation, fiscalYear] as const;
    if (project === undefined) {
      const from = [after.project, after.commitment, after.item ?? ''] as const;
      return this.#ofYear.all(...year, ...from, settled, limit) as unknown as CommitmentRow[];
    }
    // A page that ended in an earlier project goes on with the first commitment of this one.
    if (after.project > project) return [];
    const from = after.project === project ? ([after.commitment, after.item ?? ''] as const) : ['', ''];
    return this.#ofProject.all(...year, project, ...from, settled, limit) as unknown as CommitmentRow[];
  }
}
