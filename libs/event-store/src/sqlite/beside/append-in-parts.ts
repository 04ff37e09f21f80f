import { messageOf } from '#kernel/folding';
import type { ExpectedRevision } from '../../event-store.ts';
import { revisionMatches, type PlacedEvent } from '../../log/sequenced-log.ts';
import type { SqliteLog } from '../sqlite-log.ts';
import { isDiskFull } from '../sqlite-errors.ts';
import type { Answer, Order } from './orders.ts';
import { type BatchedRow, unpackRows } from './row-batch.ts';

type Rows = Extract<Order, { kind: 'rows' }>;
type Commit = Extract<Order, { kind: 'commit' }>;

/**
 * One append that is written while the rest of it is still being decided, in a transaction that nobody sees until it is
 * committed. Whatever does not fit (a stream that ends elsewhere, an event that is there, a full disk) undoes it: who asked
 * makes the append in the ordinary way then, and is told there what is wrong.
 */
export class AppendInParts {
  readonly #log: SqliteLog;
  readonly #names: string[] = [];
  readonly #revisions = new Map<string, bigint>();
  readonly #streamIds = new Map<string, bigint>();
  #recordedAt = 0;
  #bookedAt = -Infinity;
  #position = 0n;
  #rows = 0;
  #state: 'new' | 'open' | 'failed' = 'new';

  constructor(log: SqliteLog) {
    this.#log = log;
  }

  add({ batch, now, head, expected }: Rows): void {
    if (this.#state === 'failed') return;
    try {
      if (this.#state === 'new') this.#begin(now, head);
      for (const [stream, revision] of expected) this.#mustEndAt(stream, revision);
      const rows = unpackRows(batch, this.#names).map((row) => this.#place(row));
      this.#position = this.#log.write(rows, undefined, this.#streamIds);
      this.#rows += rows.length;
    } catch {
      this.#fail();
    }
  }

  commit({ rows, checks, command }: Commit): Answer {
    if (this.#state !== 'open' || rows !== this.#rows) return this.undo();
    try {
      for (const { stream, expected } of checks) mustMatch(expected, this.#log.lastRevision(stream));
      if (command) this.#log.writeCommand(command, this.#recordedAt);
    } catch {
      this.#fail();
      return { kind: 'undone' };
    }
    try {
      this.#log.commit();
    } catch (error) {
      this.#fail();
      // Where there was no room for all of it, it does not count.
      return isDiskFull(error) ? { kind: 'undone' } : { kind: 'unsure', cause: messageOf(error) };
    }
    return { kind: 'committed', position: this.#position, recordedAt: this.#recordedAt };
  }

  undo(): Answer {
    this.#fail();
    return { kind: 'undone' };
  }

  #begin(now: number, head: bigint | undefined): void {
    this.#log.begin();
    this.#state = 'open';
    const last = this.#log.placeUpTo();
    if (last?.position !== head) throw new Error('the log ends elsewhere');
    this.#recordedAt = Math.max(now, last?.recordedAt ?? now);
    this.#bookedAt = last?.bookedAt ?? -Infinity;
  }

  #mustEndAt(stream: string, expected: ExpectedRevision): void {
    const actual = this.#log.lastRevision(stream);
    mustMatch(expected, actual);
    this.#revisions.set(stream, actual ?? -1n);
  }

  #place({ stream, event }: BatchedRow): PlacedEvent {
    const revision = (this.#revisions.get(stream) ?? -1n) + 1n;
    const bookedAt = event.bookedAt ?? this.#recordedAt;
    if (bookedAt > this.#recordedAt || bookedAt < this.#bookedAt) throw new Error('booked out of turn');
    this.#bookedAt = bookedAt;
    this.#revisions.set(stream, revision);
    return { ...event, stream, revision, recordedAt: this.#recordedAt, bookedAt };
  }

  #fail(): void {
    this.#state = 'failed';
    try {
      this.#log.rollback();
    } catch {
      // The failure has ended the transaction itself.
    }
  }
}

function mustMatch(expected: ExpectedRevision, actual: bigint | undefined): void {
  if (!revisionMatches(expected, actual)) throw new Error('a stream ends elsewhere');
}
