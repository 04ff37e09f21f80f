import type { DatabaseSync } from 'node:sqlite';
import { Recent } from '../recent.ts';
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

/** Documents that are kept at hand: those that a large organisation still moves. */
const AT_HAND = 20_000;

/**
 * The rows of documents and of their changes, as the projection reads and writes them. How the documents of late stand
 * is kept at hand, equal to the tables.
 */
export class DocumentRows {
  readonly #ids = new Recent<string, number>(AT_HAND);
  readonly #standing = new Recent<number, Running>(AT_HAND);
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

  find(account: Account, named: DocumentName): Running | undefined {
    const name = nameOf(account, named);
    const id = this.#ids.get(name);
    if (id !== undefined) return this.at(id);
    const { stage, number, item } = named;
    const found = this.#find.get(...account, stage, number, item ?? '') as unknown as Running | undefined;
    if (found) this.#ids.set(name, found.id);
    return this.#kept(found);
  }

  at(id: number): Running | undefined {
    return this.#standing.get(id) ?? this.#kept(this.#at.get(id) as unknown as Running | undefined);
  }

  #kept(found: Running | undefined): Running | undefined {
    if (found) this.#standing.set(found.id, found);
    return found;
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
    if (changes === 0) return undefined;
    const id = Number(lastInsertRowid);
    this.#ids.set(nameOf(account, made), id);
    return id;
  }

  /** Adds a change of a document, which stands as the change says from then on. */
  append({ id, previous }: Running, { position, effectiveOn, after, moves, until }: Entry): void {
    this.#standing.set(id, { id, previous, until, ...after });
    this.#append.run(
      id,
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

/** The lengths keep names apart, whatever stands in them. */
const nameOf = (
  [organisation, fiscalYear, project]: Account,
  { stage, number, item = '' }: DocumentName,
): string =>
  `${organisation} ${fiscalYear} ${project.length} ${project} ${stage} ${item.length} ${item}${number}`;
