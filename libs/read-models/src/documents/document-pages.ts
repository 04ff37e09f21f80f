import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { DocumentAccount } from './chain.ts';
import { DOCUMENT_STAGES, type DocumentName, type DocumentStage } from './change.ts';
import { type BriefRow, briefRows, documentRows, type DocumentRow } from './document-row.ts';
import type { KnownDocuments } from './known-documents.ts';
import { Listing } from './listing.ts';

export interface DocumentPage {
  /** The last document of the page before; absent for the first page. */
  readonly after?: DocumentName | undefined;
  readonly limit: number;
}

const ACCOUNT = 'b.organisation = ?4 AND b.fiscal_year = ?5 AND b.project = ?6';
const BEHIND = `${ACCOUNT} AND b.stage = ?7 AND (r.number, r.item) > (?8, ?9)`;
const NAMED = `${ACCOUNT} AND r.id IN (SELECT value FROM json_each(?7))`;

/** Codes are compared as SQLite does, letter by letter. */
const STAGES: readonly DocumentStage[] = [...DOCUMENT_STAGES].sort();

/** The documents of an account page by page, in stage and number order: each page begins where its key says. */
export class DocumentPages {
  readonly #behind;
  readonly #named;

  constructor(database: DatabaseSync, documents: KnownDocuments) {
    const page = { order: 'r.number, r.item', limit: 'LIMIT ?10' };
    this.#behind = new Listing(database, documents, {
      from: 'book',
      where: BEHIND,
      columns: 'worded',
      ...page,
    });
    this.#named = new Listing(database, documents, {
      from: 'id',
      where: NAMED,
      order: 'r.id',
      columns: 'brief',
    });
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
      rows.push(...documentRows(...this.#behind.asked(knownAt, on, ...asked)));
      if (rows.length === limit) break;
    }
    return rows;
  }

  named(account: DocumentAccount, ids: readonly number[], knownAt: bigint, on?: string): BriefRow[] {
    return briefRows(...this.#named.asked(knownAt, on, ...keyOf(account), JSON.stringify(ids)));
  }
}

const keyOf = ({ organisation, fiscalYear, project }: DocumentAccount): SQLInputValue[] => [
  organisation,
  fiscalYear,
  project,
];
