import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import { KnownDocuments } from './known-documents.ts';
import { LINE_AND_WORDS, NEWEST, NOT_LATER, NOT_SETTLED, UP_TO_DAY } from './listing.ts';

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

const DOCUMENT = `b.project, r.number AS commitment, nullif(r.item, '') AS item, l.fund_source AS fundSource, l.category,
              r.made_on AS madeOn, w.description, w.counterparty`;

const AS_KNOWN = `${DOCUMENT}, e.effective_on AS lastMovedOn, e.amount AS committed, e.accepted, e.used AS disbursed,
              e.amount - e.accepted - e.used AS outstanding`;
const ON_DAY = `${DOCUMENT}, max(e.effective_on) AS lastMovedOn, sum(e.amount_by) AS committed, sum(e.accepted_by) AS accepted,
              sum(e.used_by) AS disbursed, sum(e.amount_by - e.accepted_by - e.used_by) AS outstanding`;

const ORDERS = 'doc_book b CROSS JOIN doc_document r ON r.book_id = b.id';
/** The fourth parameter says whether settled ones are wanted. */
const OF_YEAR = `${NOT_LATER} AND (?4 OR ${NOT_SETTLED}) AND b.organisation = ?5 AND b.fiscal_year = ?6 AND b.stage = 'commitment'`;
const BEHIND_PROJECT = `${OF_YEAR} AND b.project > ?7`;
const IN_PROJECT = `${OF_YEAR} AND b.project = ?7 AND (r.number, r.item) > (?8, ?9)`;

/** The orders and contracts among the documents. */
export class OutstandingCommitmentsQueries {
  readonly #ofYear;
  readonly #ofProject;
  readonly #ofYearOnDay;
  readonly #ofProjectOnDay;
  readonly #documents: KnownDocuments;

  constructor(database: DatabaseSync) {
    this.#documents = new KnownDocuments(database);
    const known = (where: string, limit: string) =>
      database.prepare(
        `SELECT ${AS_KNOWN} FROM ${ORDERS} ${NEWEST} ${LINE_AND_WORDS} WHERE ${where} AND (e.amount <> e.used OR ?4)
          ORDER BY b.project, r.number, r.item ${limit}`,
      );
    const onDay = (where: string, limit: string) =>
      database.prepare(
        `SELECT ${ON_DAY} FROM ${ORDERS} ${UP_TO_DAY} ${LINE_AND_WORDS} WHERE ${where}
          GROUP BY b.project, r.number, r.item HAVING sum(e.amount_by) <> sum(e.used_by) OR ?4
          ORDER BY b.project, r.number, r.item ${limit}`,
      );
    this.#ofYear = known(BEHIND_PROJECT, 'LIMIT ?8');
    this.#ofProject = known(IN_PROJECT, 'LIMIT ?10');
    this.#ofYearOnDay = onDay(BEHIND_PROJECT, 'LIMIT ?8');
    this.#ofProjectOnDay = onDay(IN_PROJECT, 'LIMIT ?10');
  }

  /** A page of commitments in project and number order; settled ones only when asked for. */
  list(
    { organisation, fiscalYear, project }: CommitmentScope,
    knownAt: bigint,
    { includeSettled, after, limit, effectiveTo }: CommitmentPage,
  ): CommitmentRow[] {
    const [ofYear, ofProject] =
      effectiveTo === undefined ? [this.#ofYear, this.#ofProject] : [this.#ofYearOnDay, this.#ofProjectOnDay];
    const moment = [knownAt, effectiveTo ?? null, this.#documents.last(knownAt)] as const;
    const year = [...moment, includeSettled ? 1 : 0, organisation, fiscalYear] as const;
    const within = project ?? after.project;
    if (after.project > within) return [];
    // A page that ended in an earlier project goes on with the first commitment of this one.
    const from = after.project === within ? [after.commitment, after.item ?? ''] : ['', ''];
    const own = ofProject.all(...year, within, ...from, limit);
    const isAll = project !== undefined || own.length === limit;
    const others = isAll ? [] : ofYear.all(...year, within, limit - own.length);
    return [...own, ...others] as unknown as CommitmentRow[];
  }
}
