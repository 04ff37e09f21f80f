import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import type { DocumentStage } from './change.ts';
import { Chain, type DocumentAccount } from './chain.ts';
import { Coverage } from './coverage.ts';
import {
  briefRow,
  type BriefRow,
  briefRows,
  type CoveredRow,
  type DocumentFacts,
  documentFigures,
  documentRows,
  type DocumentRow,
  type DocumentWords,
} from './document-row.ts';
import { DocumentPages, type DocumentPage } from './document-pages.ts';
import { type DocumentScope, ScopedList } from './document-lists.ts';
import { KnownDocuments } from './known-documents.ts';
import { Listing } from './listing.ts';
import { UnchangingRows } from './unchanging-rows.ts';

/** By how much an event moved a document. */
export interface DocumentEntryRow {
  readonly document: number;
  readonly position: string;
  readonly amountBy: Satang;
  readonly acceptedBy: Satang;
  readonly usedBy: Satang;
}

export class DocumentQueries {
  readonly #all: ScopedList;
  readonly #facts;
  readonly #words;
  readonly #open: ScopedList;
  readonly #openBrief: ScopedList;
  readonly #pages: DocumentPages;
  readonly #some: Listing;
  readonly #chain: Chain;
  readonly #coverage: Coverage;
  readonly #entries;

  constructor(database: DatabaseSync) {
    const documents = new KnownDocuments(database);
    this.#all = new ScopedList(database, documents, { columns: 'figures' });
    this.#facts = UnchangingRows.facts(database);
    this.#words = UnchangingRows.words(database);
    this.#open = new ScopedList(database, documents, { open: true, columns: 'worded' });
    this.#openBrief = new ScopedList(database, documents, { open: true, columns: 'brief' });
    this.#pages = new DocumentPages(database, documents);
    const some = 'r.id IN (SELECT value FROM json_each(?4))';
    this.#some = new Listing(database, documents, {
      from: 'id',
      where: some,
      order: 'r.id',
      columns: 'worded',
    });
    this.#chain = new Chain(database);
    this.#coverage = new Coverage(database);
    this.#entries = database.prepare(
      `SELECT e.document, CAST(e.position AS TEXT) AS position, e.amount_by AS amountBy, e.accepted_by AS acceptedBy,
              e.used_by AS usedBy
         FROM doc_entry e
        WHERE e.document IN (SELECT value FROM json_each(?)) AND e.position <= ?
          AND e.effective_on <= coalesce(?, e.effective_on) ORDER BY e.position, e.document`,
    );
  }

  /**
   * The documents of some stages as known at a position, in project, stage and number order; with a day as they stood
   * at its end. Documents that are settled are among them.
   */
  list(scope: DocumentScope, stages: readonly DocumentStage[], knownAt: bigint, on?: string): DocumentRow[] {
    const rows = this.brief(scope, stages, knownAt, on);
    const words = this.#words.of(rows.map(({ id }) => id));
    return rows.map((row, index) => {
      const { counterparty, description } = words[index] as DocumentWords;
      return { ...row, counterparty, description };
    });
  }

  /** The same without their words. */
  brief(scope: DocumentScope, stages: readonly DocumentStage[], knownAt: bigint, on?: string): BriefRow[] {
    const figures = documentFigures(...this.#all.asked(scope, stages, knownAt, on));
    const facts = this.#facts.of(figures.map(([id]) => id));
    return figures.map((columns, index) => briefRow(facts[index] as DocumentFacts, columns));
  }

  /** Of the documents of one account a page, in the same order. */
  page(account: DocumentAccount, page: DocumentPage, knownAt: bigint, on?: string): DocumentRow[] {
    return this.#pages.page(account, page, knownAt, on);
  }

  /** Documents of one account by their `id`, without their words. */
  named(account: DocumentAccount, ids: readonly number[], knownAt: bigint, on?: string): BriefRow[] {
    return this.#pages.named(account, ids, knownAt, on);
  }

  /** The same without documents of which nothing is outstanding. */
  open(scope: DocumentScope, stages: readonly DocumentStage[], knownAt: bigint, on?: string): DocumentRow[] {
    return documentRows(...this.#open.asked(scope, stages, knownAt, on));
  }

  /** These without their words. */
  openBrief(
    scope: DocumentScope,
    stages: readonly DocumentStage[],
    knownAt: bigint,
    on?: string,
  ): BriefRow[] {
    return briefRows(...this.#openBrief.asked(scope, stages, knownAt, on));
  }

  /** Open documents with the reservation that covers each. */
  covered(
    scope: DocumentScope,
    stages: readonly DocumentStage[],
    knownAt: bigint,
    on?: string,
  ): CoveredRow[] {
    const covered = this.#coverage.of(scope, knownAt, on);
    return this.open(scope, stages, knownAt, on).map((row) => ({ ...row, reservedUntil: covered(row) }));
  }

  /** Of these, those that a confirmed reservation covers: without any reservation no document is looked at. */
  reserved(
    scope: DocumentScope,
    stages: readonly DocumentStage[],
    knownAt: bigint,
    on?: string,
  ): CoveredRow[] {
    if (!this.#coverage.isAny(scope, knownAt, on)) return [];
    return this.covered(scope, stages, knownAt, on).filter(({ reservedUntil }) => reservedUntil !== null);
  }

  /** The documents of a number with their whole chain, oldest first; as known at a position, with a day as they stood then. */
  chain(account: DocumentAccount, number: string, knownAt: bigint, on?: string): DocumentRow[] {
    const ids = JSON.stringify(this.#chain.of(account, number));
    return documentRows(...this.#some.asked(knownAt, on, ids));
  }

  /** What moved some documents, oldest first, as known at a position; with a day what takes effect up to its end. */
  entries(documents: readonly number[], knownAt: bigint, on?: string): DocumentEntryRow[] {
    const ids = JSON.stringify(documents);
    return this.#entries.all(ids, knownAt, on ?? null) as unknown as DocumentEntryRow[];
  }
}
