import { ZodError } from 'zod';
import { messageOf } from '#kernel';
import { InvalidAppend } from '../../errors.ts';
import type { WireRecord } from '../client/log-client.ts';
import { unwrapDecision, type Decision } from '../envelope/decision.ts';
import { commandOf, unwrapEvent, type EnvelopedEvent } from '../envelope/envelope.ts';
import { kindOf } from '../envelope/record-kind.ts';
import type { StreamNames } from '../envelope/stream-names.ts';
import type { OpenAttempt } from './copy-books.ts';
import type { LogCopy } from './log-copy.ts';

/** Decisions that are known already, by attempt: they stand further on in the server's log. */
export type KnownDecisions = ReadonlyMap<string, Decision>;

export interface Applied {
  /** How many records are done with. */
  readonly count: number;
  /** The attempt whose decision is needed to go on. */
  readonly waitsFor?: OpenAttempt;
}

/**
 * Applies records of the server's log to the copy, in order, within a transaction of the caller: a pure function of the
 * log. An append becomes visible as a whole, at the place of its records, or of `prepared` where it was reserved.
 */
export class RecordApplier {
  readonly #copy: LogCopy;
  readonly #names: StreamNames;

  constructor(copy: LogCopy, names: StreamNames) {
    this.#copy = copy;
    this.#names = names;
  }

  /** Stops before an append that has not arrived as a whole, and before one that is not decided. */
  apply(records: readonly WireRecord[], decisions: KnownDecisions): Applied {
    for (let at = 0; at < records.length;) {
      const record = records[at];
      if (!record) break;
      const step = this.#step(record, records.slice(at), decisions);
      if (typeof step !== 'number') return { count: at, waitsFor: step };
      if (step === 0) return { count: at };
      at += step;
      const last = records[at - 1] ?? record;
      this.#copy.books.advanceTo(last.checkpoint);
      if (kindOf(last).kind !== 'tampering') this.#copy.books.setLast(last);
    }
    return { count: records.length };
  }

  /** How many records were applied: 0 when some are missing; or the attempt to wait for. */
  #step(record: WireRecord, rest: readonly WireRecord[], decisions: KnownDecisions): number | OpenAttempt {
    try {
      return this.#readable(record, rest, decisions);
    } catch (error) {
      if (!(error instanceof ZodError || error instanceof InvalidAppend)) throw error;
      this.#raise(`${record.type} in ${record.stream} cannot be read: ${messageOf(error)}`);
      return this.#advance(record);
    }
  }

  #readable(
    record: WireRecord,
    rest: readonly WireRecord[],
    decisions: KnownDecisions,
  ): number | OpenAttempt {
    const kind = kindOf(record);
    switch (kind.kind) {
      case 'tampering':
        this.#raise(
          `${record.type} on ${record.stream}: a stream of the log was deleted or its settings changed`,
        );
        return 1;
      case 'foreign':
        this.#raise(`${record.type} in ${record.stream} was not written by this program`);
        return this.#advance(record);
      case 'event':
      case 'command':
        return this.#whole(rest, kind.of);
      case 'reserved':
        this.#reserve(record, kind);
        return 1;
      case 'prepared':
        return this.#prepared(record, decisions);
      case 'confirmed':
        this.#copy.books.forget(record.stream);
        return 1;
      case 'voided':
        this.#copy.books.drop(unwrapDecision('voided', record).attempt);
        return this.#advance(record);
    }
  }

  /** Delivers an append of so many records; 0 while some have not come. */
  #whole(rest: readonly WireRecord[], of: number): number {
    const records = rest.slice(0, of);
    for (const [index, record] of records.entries()) {
      const kind = kindOf(record);
      if ('part' in kind && kind.part === index + 1 && kind.of === of) continue;
      const [first = record] = records;
      this.#raise(`${first.stream} at ${first.revision}: what was appended with it is missing`);
      return this.#advance(first);
    }
    if (records.length < of) return 0;
    this.#deliver(records);
    return of;
  }

  #deliver(records: readonly WireRecord[]): void {
    const isNew = records.filter((record) => this.#isNext(record) && this.#advance(record));
    const command = records.find((record) => this.#names.decides(record.stream));
    if (command) this.#copy.books.forget(command.stream);
    if (isNew.length === 0) return;
    const events = records.filter((record) => record !== command).map((record) => this.#unwrap(record));
    this.#copy.deliver(events, command && commandOf(command.data));
  }

  #reserve(record: WireRecord, open: OpenAttempt): void {
    if (!this.#isNext(record)) return;
    this.#advance(record);
    this.#copy.books.reserve(record.stream, record.revision, open, this.#unwrap(record));
  }

  #prepared(record: WireRecord, decisions: KnownDecisions): number | OpenAttempt {
    const prepared = unwrapDecision('prepared', record);
    if (prepared.kind !== 'prepared') return 1;
    const { attempt, expiresAt, stretches } = prepared;
    const decided = decisions.get(attempt);
    if (!decided) return { attempt, decision: record.stream, expiresAt };
    if (decided.kind === 'confirmed') {
      const { books } = this.#copy;
      const events = stretches.flatMap((one) => books.reserved(attempt, one, this.#names.within(one.stream)));
      const count = stretches.reduce((sum, one) => sum + one.count, 0);
      if (events.length !== count)
        this.#raise(`${attempt} confirms ${count} events, and ${events.length} are there`);
      this.#copy.deliver(events, decided.command);
    }
    this.#copy.books.drop(attempt);
    return this.#advance(record);
  }

  #unwrap(record: WireRecord): EnvelopedEvent {
    return unwrapEvent(record, this.#names.within(record.stream));
  }

  /** Whether the copy has it not yet; a gap means that something before it is gone. */
  #isNext({ stream, revision }: WireRecord): boolean {
    const next = (this.#copy.books.tailOf(stream) ?? -1n) + 1n;
    if (revision > next && !this.#names.decides(stream)) {
      this.#raise(`${stream} begins at ${revision} where ${next} was expected: records are missing`);
    }
    return revision >= next;
  }

  #advance({ stream, revision }: WireRecord): number {
    this.#copy.books.setTail(stream, revision);
    return 1;
  }

  #raise(alarm: string): void {
    this.#copy.books.raise(alarm);
  }
}
