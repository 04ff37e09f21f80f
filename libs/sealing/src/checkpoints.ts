import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';

/** A checkpoint as it was signed. */
export interface StoredCheckpoint {
  /** Counts the checkpoints of a ledger from 1. Two may have one size, when only the other log has grown. */
  readonly number: number;
  /** Events of the log that it seals. */
  readonly size: number;
  /** Events of the access log that it seals. */
  readonly accessSize: number;
  readonly time: Instant;
  /** The signed note. */
  readonly note: string;
}

const COLUMNS = 'number, size, access_size AS accessSize, time, note';
const PAGE = 1_000;

/** The checkpoints of a ledger, in the order in which they were signed. */
export class Checkpoints {
  readonly #after;
  readonly #latest;
  readonly #numbered;
  readonly #ofSize;
  readonly #covering;
  readonly #noted;
  readonly #insert;

  constructor(database: DatabaseSync) {
    const select = (rest: string) => database.prepare(`SELECT ${COLUMNS} FROM checkpoints ${rest}`);
    this.#after = select('WHERE number > ? ORDER BY number LIMIT ?');
    this.#latest = select('ORDER BY number DESC LIMIT 1');
    this.#numbered = select('WHERE number = ?');
    this.#ofSize = select('WHERE size = ? ORDER BY number DESC LIMIT 1');
    this.#covering = select('WHERE size >= ? AND access_size >= ? ORDER BY size, number LIMIT 1');
    this.#noted = select('WHERE note = ?');
    this.#insert = database.prepare(
      'INSERT INTO checkpoints (number, size, access_size, time, note) VALUES (?, ?, ?, ?, ?)',
    );
  }

  /** A page of those after a number. */
  page(after: number, limit: number): StoredCheckpoint[] {
    return this.#after.all(after, limit) as unknown as StoredCheckpoint[];
  }

  *all(): Generator<StoredCheckpoint> {
    for (let page = this.page(0, PAGE); page.length > 0; page = this.page(page.at(-1)?.number ?? 0, PAGE)) {
      yield* page;
    }
  }

  latest(): StoredCheckpoint | undefined {
    return this.#latest.get() as StoredCheckpoint | undefined;
  }

  numbered(number: number): StoredCheckpoint | undefined {
    return this.#numbered.get(number) as StoredCheckpoint | undefined;
  }

  /** The last one of so many events. */
  ofSize(size: number): StoredCheckpoint | undefined {
    return this.#ofSize.get(size) as StoredCheckpoint | undefined;
  }

  /** The one that reads exactly so. */
  noted(note: string): StoredCheckpoint | undefined {
    return this.#noted.get(note) as StoredCheckpoint | undefined;
  }

  firstCovering(size: number, accessSize: number): StoredCheckpoint | undefined {
    return this.#covering.get(size, accessSize) as StoredCheckpoint | undefined;
  }

  add({ number, size, accessSize, time, note }: StoredCheckpoint): void {
    this.#insert.run(number, size, accessSize, time, note);
  }
}
