import type { DatabaseSync } from 'node:sqlite';

/** Documents are numbered in the order of the log: those that were known at a position are all up to some number. */
export class KnownDocuments {
  readonly #newest;
  readonly #isKnown;

  constructor(database: DatabaseSync) {
    this.#newest = database.prepare('SELECT max(id) AS id FROM doc_document');
    this.#isKnown = database.prepare('SELECT 1 FROM doc_entry WHERE document = ? AND position <= ? LIMIT 1');
  }

  /** The number of the last document that was made up to a position; 0 before the first. */
  last(knownAt: bigint): number {
    const isKnown = (id: number): boolean => this.#isKnown.get(id, knownAt) !== undefined;
    let above = Number(this.#newest.get()?.['id'] ?? 0);
    if (above === 0 || isKnown(above)) return above;
    let known = 0;
    while (above - known > 1) {
      const middle = known + Math.floor((above - known) / 2);
      if (isKnown(middle)) known = middle;
      else above = middle;
    }
    return known;
  }
}
