import type { DatabaseSync } from 'node:sqlite';
import type { DocumentName, Held, Made } from './change.ts';

/** A document as it stands before the next event. */
export interface Running extends Held {
  readonly id: number;
  readonly previous: number | null;
  readonly until: string | null;
}

type Account = readonly [organisation: string, fiscalYear: number, project: string];

export interface Entry {
  readonly position: bigint;
  readonly effectiveOn: string;
  readonly after: Held;
  readonly moves: Held;
  readonly until: string | null;
}

const RUNNING = `SELECT d.id, d.previous, e.amount, e.accepted, e.used, e.until
       FROM doc_document d JOIN doc_entry e ON e.document = d.id`;
const NEWEST = 'ORDER BY e.position DESC LIMIT 1';

/** The rows of documents and of their changes, as the projection reads and writes them. */
export class DocumentRows {
  readonly #find;
  readonly #at;
  readonly #insert;
  readonly #append;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      `${RUNNING} WHERE d.organisation = ? AND d.fiscal_year = ? AND d.project = ?
          AND d.stage = ? AND d.number = ? AND d.item = ? ${NEWEST}`,
    );
    this.#at = database.prepare(`${RUNNING} WHERE d.id = ? ${NEWEST}`);
    this.#insert = database.prepare(
      `INSERT INTO doc_document (organisation, fiscal_year, project, stage, number, item, fund_source, category,
         made_on, due_on, previous, counterparty, description) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
    );
    this.#append = database.prepare('INSERT INTO doc_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  }

  find(account: Account, { stage, number, item }: DocumentName): Running | undefined {
    return this.#find.get(...account, stage, number, item ?? '') as unknown as Running | undefined;
  }

  at(id: number): Running | undefined {
    return this.#at.get(id) as unknown as Running | undefined;
  }

  /** The new row; nothing when there is a document of this number already. */
  insert(
    account: Account,
    { made, line, dueOn, counterparty, description }: Made,
    { madeOn, previous }: { readonly madeOn: string; readonly previous: number | null },
  ): number | undefined {
    const { stage, number, item } = made;
    const { changes, lastInsertRowid } = this.#insert.run(
      ...account,
      stage,
      number,
      item ?? '',
      line.fundSource,
      line.category,
      madeOn,
      dueOn ?? null,
      previous,
      counterparty ?? null,
      description ?? null,
    );
    return changes === 0 ? undefined : Number(lastInsertRowid);
  }

  append(document: number, { position, effectiveOn, after, moves, until }: Entry): void {
    this.#append.run(
      document,
      position,
      effectiveOn,
      after.amount,
      after.accepted,
      after.used,
      moves.amount,
      moves.accepted,
      moves.used,
      until,
    );
  }
}
