import type { DatabaseSync } from 'node:sqlite';
import { LetterRows } from './letters.ts';

/** The words of events, as they are found again. */
export class WordRows {
  readonly #insert;
  readonly #letters: LetterRows;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO journal_words (rowid, words) VALUES (?, ?)');
    this.#letters = new LetterRows(database);
  }

  add(words: readonly (string | null)[], position: bigint): void {
    const found = words.filter((word) => word !== null);
    if (found.length === 0) return;
    // With an end, so that the last two letters begin a run of three too.
    const ended = `${found.join('\n')}\n`;
    this.#insert.run(position, ended);
    this.#letters.note(ended, position);
  }
}
