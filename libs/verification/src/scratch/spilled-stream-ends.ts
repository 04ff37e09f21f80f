import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StreamEnd, StreamEnds } from '#audit-trail';
import { fnv1a } from '#kernel';
import { NumbersByHash } from './numbers-by-hash.ts';
import { openScratchDatabase } from './scratch-database.ts';

/** Streams in memory, at most twice as many: some 4 MiB. */
const AT_HAND = 8_192;

/**
 * Where the streams of a log end: those that were written of late in memory, the others in a temporary file, with 11 to 22
 * bytes each to find them. A log with a stream for each document that waited has a third as many streams as events.
 */
export class SpilledStreamEnds implements StreamEnds {
  #young = new Map<string, StreamEnd>();
  #old = new Map<string, StreamEnd>();
  #spilled: Spilled | undefined;
  #names: ReadonlyMap<number, string> | undefined;

  get(stream: string): StreamEnd | undefined {
    const young = this.#young.get(stream);
    if (young) return young;
    return this.#old.get(stream) ?? this.#spilled?.get(stream);
  }

  set(stream: string, end: StreamEnd): void {
    this.#young.set(stream, end);
    if (this.#young.size < AT_HAND) return;
    if (this.#old.size > 0) {
      this.#spilled ??= new Spilled();
      this.#spilled.put(this.#old, this.#young);
    }
    this.#old = this.#young;
    this.#young = new Map();
  }

  nameOf(number: number): string | undefined {
    this.#names ??= new Map(
      [...this.#old, ...this.#young].map(([stream, end]) => [end.number, stream] as const),
    );
    return this.#names.get(number) ?? this.#spilled?.nameOf(number);
  }

  close(): void {
    this.#spilled?.close();
  }
}

const SCHEMA = `CREATE TABLE ends (
  number INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL
) STRICT`;

type Row = Readonly<{ stream: string; revision: number; digest: string }>;

/** Rows lie by their numbers, which grow along the log; an index over names would be written all over for each of them. */
class Spilled {
  readonly #database: DatabaseSync = openScratchDatabase(SCHEMA);
  readonly #numbers = new NumbersByHash();
  readonly #row: StatementSync = this.#database.prepare(
    'SELECT stream, revision, digest FROM ends WHERE number = ?',
  );
  readonly #put: StatementSync = this.#database.prepare('INSERT OR REPLACE INTO ends VALUES (?, ?, ?, ?)');

  get(stream: string): StreamEnd | undefined {
    for (const number of this.#numbers.of(fnv1a(stream))) {
      const row = this.#rowOf(number);
      if (row?.stream === stream) return { number, revision: BigInt(row.revision), digest: row.digest };
    }
    return undefined;
  }

  /** Those of the first that the second does not hold in a later form. */
  put(ends: ReadonlyMap<string, StreamEnd>, later: ReadonlyMap<string, StreamEnd>): void {
    this.#database.exec('BEGIN');
    for (const [stream, { number, revision, digest }] of ends) {
      if (later.has(stream)) continue;
      this.#put.run(number, stream, revision, digest);
      this.#numbers.add(fnv1a(stream), number);
    }
    this.#database.exec('COMMIT');
  }

  nameOf(number: number): string | undefined {
    return this.#rowOf(number)?.stream;
  }

  close(): void {
    this.#database.close();
  }

  #rowOf(number: number): Row | undefined {
    return this.#row.get(number) as Row | undefined;
  }
}
