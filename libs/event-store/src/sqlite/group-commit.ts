import { Busy, StorageFailed } from '../errors.ts';
import type { AppendResult } from '../event-store.ts';
import { executeAppend, executeNewAppend } from '../log/execute-append.ts';
import { eventIdsOf, type PreparedAppend } from '../log/prepared-append.ts';
import { observedAppend, type StoreObserver } from '../observer.ts';
import { hasWritten, lost, mayBeTorn, settle, storageFault, type Decided, type Waiting } from './batch.ts';
import { settleFailedCommit } from './failed-commit.ts';
import type { LogConnection } from './log-connection.ts';
import type { NewestEvents } from './newest-events.ts';
import { RememberedEnds } from './remembered-ends.ts';
import type { SqliteLog } from './sqlite-log.ts';
import { isBusy, isSqliteError } from './sqlite-errors.ts';

/** One commit takes what is waiting, up to these; the loop of the process breathes between two commits. */
const BATCH_APPENDS = 256;
const BATCH_BYTES = 1024 * 1024;
const BATCH_MS = 5;

export interface GroupCommitOptions {
  readonly connection: LogConnection;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Milliseconds of a clock that is never set; measures the slice. */
  readonly stopwatch: () => number;
  readonly maxQueue: number;
  readonly maxQueueBytes: number;
  /** Where another connection of this process holds the file: asks for it, and settles when it is free. */
  readonly released: () => Promise<unknown> | undefined;
  /** Gets what each commit made durable. */
  readonly newest: NewestEvents;
  /** Called after each commit that wrote something. */
  readonly onCommit: () => void;
  /** Called with whatever kept something from being written, but for a file that others hold. */
  readonly onFailure: (cause: unknown) => void;
  /** Nobody by default. */
  readonly observer?: StoreObserver | undefined;
}

/**
 * Collects appends and commits them together: under load one sync of the disk serves many, alone an append
 * waits for nobody. Each is decided within the transaction, so that it sees the ones before it.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  readonly #queue: Waiting[] = [];
  #queuedBytes = 0;
  #ends: RememberedEnds | undefined;
  #scheduled = false;
  /** Whether it is not known what became of the last commit. */
  #isDoubtful = false;
  #idle: (() => void) | undefined;

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  submit(append: PreparedAppend): Promise<AppendResult> {
    const { maxQueue, maxQueueBytes } = this.#options;
    const tooMuch = this.#queue.length > 0 && this.#queuedBytes + append.bytes > maxQueueBytes;
    if (tooMuch || this.#queue.length >= maxQueue) return Promise.reject(new Busy(this.#retryAfterMs()));
    const { promise, resolve, reject } = Promise.withResolvers<AppendResult>();
    const waiting: Waiting = { append, resolve, reject };
    this.#queue.push(waiting);
    this.#queuedBytes += append.bytes;
    this.#schedule();
    const { observer } = this.#options;
    return observer ? this.#observed(observer, waiting, promise) : promise;
  }

  #observed(observer: StoreObserver, waiting: Waiting, answer: Promise<AppendResult>): Promise<AppendResult> {
    observer.queue?.(this.#queue.length);
    const { bytes } = waiting.append;
    const facts = { events: eventIdsOf(waiting.append).length, bytes, batchOf: () => waiting.batch };
    return observedAppend(observer, facts, () => answer);
  }

  /** Resolves when all that was submitted is answered. */
  drained(): Promise<void> {
    if (!this.#scheduled) return Promise.resolve();
    return new Promise((resolve) => (this.#idle = resolve));
  }

  /** Whether nothing waits for its commit. */
  get isIdle(): boolean {
    return !this.#scheduled;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      const released = this.#options.released();
      if (released) void released.then(() => this.#takeTurn());
      else this.#takeTurn();
    });
  }

  #takeTurn(): void {
    this.#commitBatch();
    this.#options.observer?.queue?.(this.#queue.length);
    this.#scheduled = false;
    if (this.#queue.length > 0) this.#schedule();
    else this.#idle?.();
  }

  #commitBatch(): void {
    let ends: RememberedEnds;
    try {
      const log = this.#options.connection.current();
      // What would be of unknown outcome again is better not tried.
      if (this.#isDoubtful) log.writeNothing();
      this.#isDoubtful = false;
      ends = this.#endsOf(log);
      ends.begin();
    } catch (error) {
      this.#refuseAll(error);
      return;
    }
    const { log } = ends;
    const decided = this.#decide(ends);
    const fault = storageFault(decided);
    if (fault !== undefined) this.#options.onFailure(fault);
    try {
      if (log.inTransaction) log.commit();
    } catch (error) {
      this.#options.onFailure(error);
      this.#isDoubtful = !settleFailedCommit(this.#options.connection, decided, error);
      return;
    }
    ends.committed(this.#options.newest);
    if (decided.some(hasWritten)) this.#options.onCommit();
    if (this.#options.observer) this.#tell(this.#options.observer, decided);
    settle(decided);
  }

  #tell(observer: StoreObserver, decided: readonly Decided[]): void {
    observer.batch?.(decided.length);
    for (const { waiting } of decided) waiting.batch = decided.length;
  }

  /** A file that was opened anew is looked at anew. */
  #endsOf(log: SqliteLog): RememberedEnds {
    if (this.#ends?.log !== log) this.#ends = new RememberedEnds(log);
    return this.#ends;
  }

  #decide(ends: RememberedEnds): Decided[] {
    const decided: Decided[] = [];
    const started = this.#options.stopwatch();
    let bytes = 0;
    for (let waiting = this.#take(); waiting; waiting = this.#take()) {
      const outcome = this.#execute((now) => executeNewAppend(ends, waiting.append, now));
      decided.push({ waiting, outcome });
      if (mayBeTorn(outcome)) return this.#decideApart(ends, decided);
      bytes += waiting.append.bytes;
      const full = decided.length >= BATCH_APPENDS || bytes >= BATCH_BYTES;
      if (full || this.#options.stopwatch() - started >= BATCH_MS) break;
    }
    return decided;
  }

  /**
   * Decides a batch again whose last append failed while it was written, such as one that was made before: each within a
   * savepoint, so that it does not hurt its neighbours. Where nothing fails no append pays for one.
   */
  #decideApart(ends: RememberedEnds, failed: readonly Decided[]): Decided[] {
    const { log } = ends;
    const decided: Decided[] = [];
    ends.forget();
    try {
      log.rollback();
      log.begin();
      for (const { waiting } of failed) {
        const outcome = this.#execute((now) => log.isolated(() => executeAppend(log, waiting.append, now)));
        decided.push({ waiting, outcome });
        // A full disk may have ended the whole transaction.
        if (!log.inTransaction) return failed.map((one, index) => lost(decided[index] ?? one));
      }
      return decided;
    } catch (error) {
      return failed.map(({ waiting }) => lost({ waiting, outcome: { error } }));
    }
  }

  #execute(append: (now: number) => AppendResult): Decided['outcome'] {
    try {
      return { result: append(this.#options.clock()) };
    } catch (error) {
      return { error: isSqliteError(error) ? new StorageFailed(error) : error };
    }
  }

  #take(): Waiting | undefined {
    const waiting = this.#queue.shift();
    if (waiting) this.#queuedBytes -= waiting.append.bytes;
    return waiting;
  }

  #refuseAll(cause: unknown): void {
    if (!isBusy(cause)) this.#options.onFailure(cause);
    for (let waiting = this.#take(); waiting; waiting = this.#take()) {
      waiting.reject(isBusy(cause) ? new Busy(this.#retryAfterMs()) : new StorageFailed(cause));
    }
  }

  #retryAfterMs(): number {
    return Math.max(10, Math.ceil(this.#queue.length / BATCH_APPENDS) * BATCH_MS);
  }
}
