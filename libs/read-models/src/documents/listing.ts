import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { KnownDocuments } from './known-documents.ts';

/** Documents are found by the book that they stand in, or by their `id`. */
const FROM = {
  book: 'doc_book b CROSS JOIN doc_document r ON r.book_id = b.id',
  id: 'doc_document r CROSS JOIN doc_book b ON b.id = r.book_id',
};

/** The newest change of each as known at a position: one seek, whatever came later. */
export const NEWEST = `CROSS JOIN doc_entry e ON e.document = r.id AND e.position =
          (SELECT max(position) FROM doc_entry n WHERE n.document = r.id AND n.position <= ?1)`;

/** All changes of each that take effect up to a day. */
export const UP_TO_DAY =
  'CROSS JOIN doc_entry e ON e.document = r.id AND e.position <= ?1 AND e.effective_on <= ?2';

/** Joined behind the changes, so that they are read of those documents alone that are shown. */
export const LINE = 'CROSS JOIN doc_line l ON l.id = r.line_id';
export const WORDS = 'LEFT JOIN journal_row w ON w.position = r.worded_at';
export const LINE_AND_WORDS = `${LINE} ${WORDS}`;

/** Passes over a document that was made later, before its changes are looked for. */
export const NOT_LATER = 'r.id <= ?3';

/** Passes over a document that was settled by then, also on that day where one is named, before its changes are read. */
export const NOT_SETTLED = `NOT EXISTS (SELECT 1 FROM doc_settled s WHERE s.book_id = b.id AND s.document = r.id
          AND s.settled_at <= ?1 AND s.last_on <= coalesce(?2, s.last_on))`;

const FIGURES = {
  known: `e.effective_on AS lastMovedOn, e.amount, e.accepted, e.used,
          e.amount - e.accepted - e.used AS outstanding`,
  onDay: `max(e.effective_on) AS lastMovedOn, sum(e.amount_by) AS amount, sum(e.accepted_by) AS accepted,
          sum(e.used_by) AS used, sum(e.amount_by - e.accepted_by - e.used_by) AS outstanding`,
};

/** What names a document, and what it was made for. */
export const BRIEF = `b.stage, b.project, r.number, nullif(r.item, '') AS item, l.fund_source AS fundSource, l.category,
          r.made_on AS madeOn, r.due_on AS dueOn, r.previous`;

const COLUMNS = {
  figures: (figures: string) => figures,
  brief: (figures: string) => `${BRIEF}, ${figures}`,
  worded: (figures: string) => `${BRIEF}, ${figures}, w.counterparty, w.description`,
};

export interface ListingOptions {
  readonly from: keyof typeof FROM;
  /** Which documents; its parameters begin with the fourth. */
  readonly where: string;
  /** Columns that name a document and stand for its place in the list. */
  readonly order: string;
  /** The figures alone, the whole row, or all of it but the words. */
  readonly columns: 'figures' | 'brief' | 'worded';
  /** Those alone of which something is outstanding. */
  readonly open?: boolean;
  /** How many at most. */
  readonly limit?: string;
}

/** A list of documents as known at a position, and the same as they stood at the end of a day. */
export class Listing {
  readonly #known;
  readonly #onDay;
  readonly #documents: KnownDocuments;

  constructor(
    database: DatabaseSync,
    documents: KnownDocuments,
    { from, where, order, columns, open = false, limit = '' }: ListingOptions,
  ) {
    this.#documents = documents;
    const select = (figures: string) => `SELECT r.id, ${COLUMNS[columns](figures)}`;
    const line = columns === 'figures' ? '' : LINE_AND_WORDS;
    const [known, onDay] = open
      ? [
          'AND e.amount - e.accepted - e.used <> 0',
          'HAVING sum(e.amount_by - e.accepted_by - e.used_by) <> 0',
        ]
      : ['', ''];
    const which = [where, NOT_LATER, ...(open ? [NOT_SETTLED] : [])].join(' AND ');
    this.#known = database.prepare(
      `${select(FIGURES.known)} FROM ${FROM[from]} ${NEWEST} ${line}
        WHERE ${which} ${known} ORDER BY ${order} ${limit}`,
    );
    this.#onDay = database.prepare(
      `${select(FIGURES.onDay)} FROM ${FROM[from]} ${UP_TO_DAY} ${line}
        WHERE ${which} GROUP BY ${order} ${onDay} ORDER BY ${order} ${limit}`,
    );
  }

  /** The statement, and what to ask it. */
  asked(
    knownAt: bigint,
    on: string | undefined,
    ...asked: readonly SQLInputValue[]
  ): [StatementSync, ...SQLInputValue[]] {
    const statement = on === undefined ? this.#known : this.#onDay;
    return [statement, knownAt, on ?? null, this.#documents.last(knownAt), ...asked];
  }
}
