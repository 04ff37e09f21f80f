import type { DatabaseSync } from 'node:sqlite';
import type { Held } from './change.ts';

/** A document, and the last day on which any of its changes takes effect; nothing before the first of them. */
export interface Settling {
  readonly id: number;
  readonly book: number;
  readonly lastOn: string | null;
}

/** Nothing is left of it to accept or to pay. */
const isSettled = ({ amount, accepted, used }: Held): boolean => accepted === 0 && amount === used;

/** The rows of settled documents, as changes settle them and open them again. */
export class SettledRows {
  readonly #settle;
  readonly #moveOn;
  readonly #reopen;

  constructor(database: DatabaseSync) {
    this.#settle = database.prepare('INSERT INTO doc_settled VALUES (?, ?, ?, ?)');
    this.#moveOn = database.prepare('UPDATE doc_settled SET last_on = ? WHERE book_id = ? AND document = ?');
    this.#reopen = database.prepare('DELETE FROM doc_settled WHERE book_id = ? AND document = ?');
  }

  /** To be called with each change of a document: how it stood, and how it stands since that position. */
  changed(before: Settling & Held, after: Settling & Held, position: bigint): void {
    const wasSettled = before.lastOn !== null && isSettled(before);
    const { book, id, lastOn } = after;
    if (!isSettled(after)) {
      if (wasSettled) this.#reopen.run(book, id);
    } else if (!wasSettled) this.#settle.run(book, id, position, lastOn);
    else if (before.lastOn !== lastOn) this.#moveOn.run(lastOn, book, id);
  }
}
