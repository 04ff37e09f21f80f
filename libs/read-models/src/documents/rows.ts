import type { DatabaseSync } from 'node:sqlite';
import { Recent } from '#kernel/folding';
import { type DocumentName, type Held, type Made, NOTHING_HELD } from './change.ts';
import { type Account, NamedRows } from './named-rows.ts';
import { SettledRows, type Settling } from './settled-rows.ts';

/** A document as it stands before the next event. */
export interface Running extends Held, Settling {
  readonly previous: number | null;
  readonly until: string | null;
}

/** When a document was made, and out of what. */
export interface Making {
  readonly position: bigint;
  readonly madeOn: string;
  readonly previous: number | null;
}

export interface Entry {
  readonly position: bigint;
  readonly effectiveOn: string;
  readonly after: Held;
  readonly moves: Held;
  readonly until: string | null;
}

const RUNNING = `SELECT d.id, d.book_id AS book, d.previous, e.amount, e.accepted, e.used, e.until,
            (SELECT max(n.effective_on) FROM doc_entry n WHERE n.document = d.id) AS lastOn
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
  readonly #named: NamedRows;
  readonly #find;
  readonly #at;
  readonly #insert;
  readonly #append;
  readonly #appendTo;
  readonly #settled: SettledRows;
  /** The event that was written last, and the documents that it has moved so far. */
  #position: bigint | undefined;
  readonly #moved = new Set<number>();

  constructor(database: DatabaseSync) {
    this.#named = new NamedRows(database);
    this.#settled = new SettledRows(database);
    this.#find = database.prepare(`${RUNNING} WHERE d.book_id = ? AND d.number = ? AND d.item = ? ${NEWEST}`);
    this.#at = database.prepare(`${RUNNING} WHERE d.id = ? ${NEWEST}`);
    this.#insert = database.prepare(
      `INSERT INTO doc_document (book_id, number, item, line_id, made_on, due_on, previous, worded_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#append = database.prepare('INSERT INTO doc_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#appendTo = database.prepare(
      `UPDATE doc_entry SET amount = ?, accepted = ?, used = ?, amount_by = amount_by + ?,
          accepted_by = accepted_by + ?, used_by = used_by + ?, until = ? WHERE document = ? AND position = ?`,
    );
  }

  find(account: Account, named: DocumentName): Running | undefined {
    const { stage, number, item = '' } = named;
    const book = this.#named.findBook(account, stage);
    if (book === undefined) return undefined;
    const name = nameOf(book, number, item);
    const id = this.#ids.get(name);
    if (id !== undefined) return this.at(id);
    const found = this.#find.get(book, number, item) as unknown as Running | undefined;
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

  /** The new document, of which nothing is written yet; nothing when there is one of this number already. */
  insert(
    account: Account,
    { made, line, dueOn, counterparty, description }: Made,
    { position, madeOn, previous }: Making,
  ): Running | undefined {
    const { stage, number, item = '' } = made;
    const book = this.#named.bookOf(account, stage);
    const wordedAt = counterparty === undefined && description === undefined ? null : position;
    const row = [book, number, item, this.#named.lineOf(line), madeOn, dueOn ?? null, previous, wordedAt];
    const { changes, lastInsertRowid } = this.#insert.run(...row);
    if (changes === 0) return undefined;
    const id = Number(lastInsertRowid);
    this.#ids.set(nameOf(book, number, item), id);
    return { id, book, previous, until: null, lastOn: null, ...NOTHING_HELD };
  }

  /**
   * Adds a change of a document, which stands as the change says from then on. An event may move a document more than
   * once, such as an order with several acceptances that lapse together: these moves are one change.
   */
  append(before: Running, { position, effectiveOn, after, moves, until }: Entry): void {
    const { id, book, previous } = before;
    const lastOn = before.lastOn === null || before.lastOn < effectiveOn ? effectiveOn : before.lastOn;
    const running = { id, book, previous, until, lastOn, ...after };
    this.#standing.set(id, running);
    this.#settled.changed(before, running, position);
    const figures = [after.amount, after.accepted, after.used, moves.amount, moves.accepted, moves.used];
    if (this.#hasMoved(id, position)) this.#appendTo.run(...figures, until, id, position);
    else this.#append.run(id, position, effectiveOn, ...figures, until);
  }

  /** Whether the event has moved the document before; from now on it has. */
  #hasMoved(id: number, position: bigint): boolean {
    if (position !== this.#position) {
      this.#position = position;
      this.#moved.clear();
    }
    if (this.#moved.has(id)) return true;
    this.#moved.add(id);
    return false;
  }
}

/** The lengths keep names apart, whatever stands in them. */
const nameOf = (book: number, number: string, item: string): string =>
  item === '' ? `${book} ${number}` : `${book} ${item.length} ${item}${number}`;
