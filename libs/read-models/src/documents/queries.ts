import type { DatabaseSync } from 'node:sqlite';
import type { Satang } from '#kernel';
import type { DocumentStage } from './change.ts';
import { Chain, type DocumentAccount } from './chain.ts';
import { Coverage } from './coverage.ts';
import { COLUMNS, type CoveredRow, documentRows, type DocumentRow } from './document-row.ts';
import { DOCUMENTS } from './tables.ts';

/** By how much an event moved a document. */
export interface DocumentEntryRow {
  readonly document: number;
  readonly position: string;
  readonly amountBy: Satang;
  readonly acceptedBy: Satang;
  readonly usedBy: Satang;
}

export interface DocumentScope {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project?: string | undefined;
}

const SCOPE = `d.organisation = ? AND d.fiscal_year = ? AND d.stage IN (SELECT value FROM json_each(?))`;
const ORDER = 'd.project, d.stage, d.number, d.item';
const SOME = 'd.id IN (SELECT value FROM json_each(?))';

/** Which documents are listed: all, or those of which something is outstanding. */
const OUTSTANDING = {
  known: 'AND e.amount - e.accepted - e.used <> 0',
  onDay: 'HAVING sum(e.amount_by - e.accepted_by - e.used_by) <> 0',
};

const asKnown = (where: string, order: string): string =>
  `SELECT ${COLUMNS}, e.effective_on AS lastMovedOn, e.amount, e.accepted, e.used,
          e.amount - e.accepted - e.used AS outstanding
     FROM ${DOCUMENTS} d JOIN doc_entry e ON e.document = d.id AND e.position =
          (SELECT max(position) FROM doc_entry l WHERE l.document = d.id AND l.position <= ?)
    WHERE ${where} ORDER BY ${order}`;

const onDay = (where: string, order: string, having = ''): string =>
  `SELECT * FROM (
     SELECT ${COLUMNS}, max(e.effective_on) AS lastMovedOn, sum(e.amount_by) AS amount,
            sum(e.accepted_by) AS accepted, sum(e.used_by) AS used,
            sum(e.amount_by - e.accepted_by - e.used_by) AS outstanding
       FROM ${DOCUMENTS} d JOIN doc_entry e ON e.document = d.id AND e.position <= ? AND e.effective_on <= ?
      WHERE ${where} GROUP BY d.id ${having} ORDER BY ${order})`;

/** The statements that list documents of a scope, as known and as on a day. */
class Lists {
  readonly #known;
  readonly #onDay;

  constructor(database: DatabaseSync, scope: string, isOpen: boolean) {
    const known = isOpen ? `${scope} ${OUTSTANDING.known}` : scope;
    this.#known = database.prepare(asKnown(known, ORDER));
    this.#onDay = database.prepare(onDay(scope, ORDER, isOpen ? OUTSTANDING.onDay : ''));
  }

  rows(asked: readonly (string | number)[], knownAt: bigint, on: string | undefined): DocumentRow[] {
    return on === undefined
      ? documentRows(this.#known, knownAt, ...asked)
      : documentRows(this.#onDay, knownAt, on, ...asked);
  }
}

export class DocumentQueries {
  readonly #all: { readonly ofYear: Lists; readonly ofProject: Lists };
  readonly #open: { readonly ofYear: Lists; readonly ofProject: Lists };
  readonly #someKnown;
  readonly #someOnDay;
  readonly #chain: Chain;
  readonly #coverage: Coverage;
  readonly #entries;

  constructor(database: DatabaseSync) {
    const lists = (isOpen: boolean) => ({
      ofYear: new Lists(database, SCOPE, isOpen),
      ofProject: new Lists(database, `${SCOPE} AND d.project = ?`, isOpen),
    });
    this.#all = lists(false);
    this.#open = lists(true);
    this.#someKnown = database.prepare(asKnown(SOME, 'd.id'));
    this.#someOnDay = database.prepare(onDay(SOME, 'd.id'));
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
    return found(this.#all, scope, stages, knownAt, on);
  }

  /** The same without documents of which nothing is outstanding. */
  open(scope: DocumentScope, stages: readonly DocumentStage[], knownAt: bigint, on?: string): DocumentRow[] {
    return found(this.#open, scope, stages, knownAt, on);
  }

  /** These with the reservation that covers each. */
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
    return on === undefined
      ? documentRows(this.#someKnown, knownAt, ids)
      : documentRows(this.#someOnDay, knownAt, on, ids);
  }

  /** What moved some documents, oldest first, as known at a position; with a day what takes effect up to its end. */
  entries(documents: readonly number[], knownAt: bigint, on?: string): DocumentEntryRow[] {
    const ids = JSON.stringify(documents);
    return this.#entries.all(ids, knownAt, on ?? null) as unknown as DocumentEntryRow[];
  }
}

function found(
  lists: { readonly ofYear: Lists; readonly ofProject: Lists },
  { organisation, fiscalYear, project }: DocumentScope,
  stages: readonly DocumentStage[],
  knownAt: bigint,
  on: string | undefined,
): DocumentRow[] {
  const year = [organisation, fiscalYear, JSON.stringify(stages)] as const;
  return project === undefined
    ? lists.ofYear.rows(year, knownAt, on)
    : lists.ofProject.rows([...year, project], knownAt, on);
}
