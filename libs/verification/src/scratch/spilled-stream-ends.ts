import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StreamEnd, StreamEnds } from '#audit-trail';
import { Recent } from '#kernel';
import { NumbersByName } from './numbers-by-name.ts';
import { openScratchDatabase } from './scratch-database.ts';

/** Streams in memory, at most twice as many: some 4 MiB. */
const AT_HAND = 8_192;

/**
 * Where the streams of a log end: those that were written of late in memory, the others in a temporary file. A log with a
 * stream for each document that waited has a third as many streams as events.
 */
export class SpilledStreamEnds implements StreamEnds {
  readonly #recent = new Recent<string, StreamEnd>(AT_HAND, (dropped) => {
    this.#spilled ??= new Spilled();
    this.#spilled.put(dropped);
  });
  #spilled: Spilled | undefined;
  #names: ReadonlyMap<number, string> | undefined;

  get(stream: string): StreamEnd | undefined {
    return this.#recent.get(stream) ?? this.#spilled?.get(stream);
  }

  set(stream: string, end: StreamEnd): void {
    this.#recent.set(stream, end);
  }

  nameOf(number: number): string | undefined {
    this.#names ??= new Map([...this.#recent].map(([stream, end]) => [end.number, stream] as const));
    return this.#names.get(number) ?? this.#spilled?.nameOf(number);
  }

  close(): void {
    this.#spilled?.close();
  }
}

const SCHEMA = `CREATE TABLE ends (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL
) STRICT`;

type Row = Readonly<{ number: number; name: string; revision: number; digest: string }>;

/** Rows lie by their numbers, which grow along the log; an index over names would be written all over for each of them. */
class Spilled {
  readonly #database: DatabaseSync = openScratchDatabase(SCHEMA);
  readonly #numbers = new NumbersByName();
  readonly #row: StatementSync = this.#database.prepare(
    'SELECT number, name, revision, digest FROM ends WHERE number = ?',
  );
  readonly #put: StatementSync = this.#database.prepare('INSERT OR REPLACE INTO ends VALUES (?, ?, ?, ?)');

  get(stream: string): StreamEnd | undefined {
    const row = this.#numbers.find(stream, (number) => this.#rowOf(number));
    return row && { number: row.number, revision: BigInt(row.revision), digest: row.digest };
  }

  put(ends: Iterable<readonly [stream: string, end: StreamEnd]>): void {
    this.#database.exec('BEGIN');
    for (const [stream, { number, revision, digest }] of ends) {
      this.#put.run(number, stream, revision, digest);
      this.#numbers.add(stream, number);
    }
    this.#database.exec('COMMIT');
  }

  nameOf(number: number): string | undefined {
    return this.#rowOf(number)?.name;
  }

  close(): void {
    this.#database.close();
  }

  #rowOf(number: number): Row | undefined {
    return this.#row.get(number) as Row | undefined;
  }
}
