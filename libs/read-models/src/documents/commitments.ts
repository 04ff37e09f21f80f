import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import { DOCUMENTS } from './tables.ts';

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
  /** As they stood at the end of this day; as they stand when absent. */
  readonly effectiveTo?: string | undefined;
}

const DOCUMENT = `d.project, d.number AS commitment, nullif(d.item, '') AS item, d.fund_source AS fundSource, d.category,
              d.made_on AS madeOn, d.description, d.counterparty`;

const COLUMNS = `${DOCUMENT}, e.effective_on AS lastMovedOn, e.amount AS committed, e.accepted, e.used AS disbursed,
              e.amount - e.accepted - e.used AS outstanding`;

/** A commitment with its newest change up to a position: one seek each. */
const AS_KNOWN = `${DOCUMENTS} d JOIN doc_entry e ON e.document = d.id AND e.position =
              (SELECT max(position) FROM doc_entry l WHERE l.document = d.id AND l.position <= ?)`;

const YEAR = `d.organisation = ? AND d.fiscal_year = ? AND d.stage = 'commitment'`;
const WANTED = '(e.amount <> e.used OR ?)';

/** The orders and contracts among the documents. */
export class OutstandingCommitmentsQueries {
  readonly #ofYear;
  readonly #ofProject;
  readonly #ofYearOnDay;
  readonly #ofProjectOnDay;

  constructor(database: DatabaseSync) {
    this.#ofYear = database.prepare(
      `SELECT ${COLUMNS} FROM ${AS_KNOWN}
        WHERE ${YEAR} AND d.project > ? AND ${WANTED}
        ORDER BY d.project, d.number, d.item LIMIT ?`,
    );
    this.#ofProject = database.prepare(
      `SELECT ${COLUMNS} FROM ${AS_KNOWN}
        WHERE ${YEAR} AND d.project = ? AND (d.number, d.item) > (?, ?) AND ${WANTED}
        ORDER BY d.number, d.item LIMIT ?`,
    );
    const onDay = (scope: string, from: string) =>
      database.prepare(
        `SELECT ${DOCUMENT}, max(e.effective_on) AS lastMovedOn, sum(e.amount_by) AS committed,
              sum(e.accepted_by) AS accepted, sum(e.used_by) AS disbursed,
              sum(e.amount_by - e.accepted_by - e.used_by) AS outstanding
         FROM ${DOCUMENTS} d JOIN doc_entry e ON e.document = d.id AND e.position <= ? AND e.effective_on <= ?
        WHERE ${YEAR} ${scope} AND ${from}
        GROUP BY d.project, d.number, d.item HAVING sum(e.amount_by) <> sum(e.used_by) OR ?
        ORDER BY d.project, d.number, d.item LIMIT ?`,
      );
    this.#ofYearOnDay = onDay('', 'd.project > ?');
    this.#ofProjectOnDay = onDay('AND d.project = ?', '(d.number, d.item) > (?, ?)');
  }

  /** A page of commitments in project and number order; settled ones only when asked for. */
  list(
    { organisation, fiscalYear, project }: CommitmentScope,
    knownAt: bigint,
    { includeSettled, after, limit, effectiveTo }: CommitmentPage,
  ): CommitmentRow[] {
    const [ofYear, ofProject] =
      effectiveTo === undefined ? [this.#ofYear, this.#ofProject] : [this.#ofYearOnDay, this.#ofProjectOnDay];
    const known = effectiveTo === undefined ? [knownAt] : [knownAt, effectiveTo];
    const year = [...known, organisation, fiscalYear] as const;
    const wanted = includeSettled ? 1 : 0;
    const within = project ?? after.project;
    if (after.project > within) return [];
    // A page that ended in an earlier project goes on with the first commitment of this one.
    const from = after.project === within ? [after.commitment, after.item ?? ''] : ['', ''];
    const own = ofProject.all(...year, within, ...from, wanted, limit);
    const isAll = project !== undefined || own.length === limit;
    const others = isAll ? [] : ofYear.all(...year, within, wanted, limit - own.length);
    return [...own, ...others] as unknown as CommitmentRow[];
  }
}
