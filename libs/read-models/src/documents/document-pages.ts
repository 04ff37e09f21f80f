import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { DocumentAccount } from './chain.ts';
import { DOCUMENT_STAGES, type DocumentName, type DocumentStage } from './change.ts';
import { asKnown, onDay, SOME } from './document-lists.ts';
import { type BriefRow, briefRows, documentRows, type DocumentRow } from './document-row.ts';

export interface DocumentPage {
  /** The last document of the page before; absent for the first page. */
  readonly after?: DocumentName | undefined;
  readonly limit: number;
}

const ACCOUNT = 'd.organisation = ? AND d.fiscal_year = ? AND d.project = ?';
const BEHIND = `${ACCOUNT} AND d.stage = ? AND (d.number, d.item) > (?, ?)`;
const ORDER = 'd.number, d.item';

/** Codes are compared as SQLite does, letter by letter. */
const STAGES: readonly DocumentStage[] = [...DOCUMENT_STAGES].sort();

/** The documents of an account page by page, in stage and number order: each page begins where its key says. */
export class DocumentPages {
  readonly #known;
  readonly #onDay;
  readonly #namedKnown;
  readonly #namedOnDay;

  constructor(database: DatabaseSync) {
    this.#known = database.prepare(asKnown(BEHIND, `${ORDER} LIMIT ?`, 'worded'));
    this.#onDay = database.prepare(onDay(BEHIND, `${ORDER} LIMIT ?`, 'worded', ORDER));
    this.#namedKnown = database.prepare(asKnown(`${ACCOUNT} AND ${SOME}`, 'd.id', 'brief'));
    this.#namedOnDay = database.prepare(onDay(`${ACCOUNT} AND ${SOME}`, 'd.id', 'brief'));
  }

  page(
    account: DocumentAccount,
    { after, limit }: DocumentPage,
    knownAt: bigint,
    on?: string,
  ): DocumentRow[] {
    const rows: DocumentRow[] = [];
    for (const stage of STAGES.slice(after === undefined ? 0 : STAGES.indexOf(after.stage))) {
      const { number, item = '' } = after?.stage === stage ? after : { number: '' };
      const asked = [...keyOf(account), stage, number, item, limit - rows.length];
      rows.push(...documentRows(...this.#pick(this.#known, this.#onDay, asked, knownAt, on)));
      if (rows.length === limit) break;
    }
    return rows;
  }

  named(account: DocumentAccount, ids: readonly number[], knownAt: bigint, on?: string): BriefRow[] {
    const asked = [...keyOf(account), JSON.stringify(ids)];
    return briefRows(...this.#pick(this.#namedKnown, this.#namedOnDay, asked, knownAt, on));
  }

  #pick<Statement>(
    known: Statement,
    dated: Statement,
    asked: readonly SQLInputValue[],
    knownAt: bigint,
    on: string | undefined,
  ): [Statement, ...SQLInputValue[]] {
    return on === undefined ? [known, knownAt, ...asked] : [dated, knownAt, on, ...asked];
  }
}

const keyOf = ({ organisation, fiscalYear, project }: DocumentAccount): SQLInputValue[] => [
  organisation,
  fiscalYear,
  project,
];
