import { UnknownOutcome } from '../../errors.ts';
import type {
  AppendResult,
  CommandMarker,
  ExpectedRevision,
  GrowingAppend,
  StoreCapabilities,
  StreamCheck,
  StreamWrite,
} from '../../event-store.ts';
import { instant } from '../../log/execute-append.ts';
import { toPosition } from '../../log/position.ts';
import {
  assembleAppend,
  assertChecks,
  type PreparedAppend,
  type PreparedCommand,
  type PreparedWrite,
  prepareCommand,
  prepareWrite,
} from '../../log/prepared-append.ts';
import { observedAppend, type StoreObserver } from '../../observer.ts';
import type { Session } from './beside-writer.ts';
import { CollectedRows } from './collected-rows.ts';
import type { Answer } from './orders.ts';
import type { RowBatch } from './row-batch.ts';

/** What a long append needs of its store. */
export interface LongAppendHome {
  readonly limits: StoreCapabilities;
  /** Throws when nothing may be written any more. */
  readonly mustBeOpen: () => void;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** The last position of the log. */
  readonly head: () => bigint | undefined;
  /** The thread and the file for this append alone; nothing while either is in use. */
  readonly begin: (append: LongAppend) => Session | undefined;
  /** The file is for others again. */
  readonly end: () => void;
  readonly observer: StoreObserver | undefined;
  /** Something was committed by the thread. */
  readonly onCommit: () => void;
  /** Opens the file anew after a commit of unknown outcome, so that what is read is what is on the disk. */
  readonly lookAgain: () => void;
  /** Appends in the ordinary way. */
  readonly submit: (append: PreparedAppend) => Promise<AppendResult>;
}

/**
 * An append that a thread writes while the rest of it is decided. As soon as anybody else wants to write the file, and
 * whenever the thread finds something that does not fit, it is undone there and made in the ordinary way when it is whole:
 * so refusals, repetitions and failures are those of any other append.
 */
export class LongAppend implements GrowingAppend {
  readonly #home: LongAppendHome;
  readonly #rows = new CollectedRows();
  /** Where each stream ends with what was added. */
  readonly #ends = new Map<string, bigint>();
  #expected: (readonly [stream: string, expected: ExpectedRevision])[] = [];
  #session: Session | undefined;
  #head: bigint | undefined;
  /** Whether rows go to the thread: not yet, as long as it fits, or never again. */
  #goesBeside = true;
  /** Settles when the file is for others again. */
  #ending: Promise<unknown> | undefined;

  constructor(home: LongAppendHome) {
    this.#home = home;
  }

  add(write: StreamWrite): void {
    const prepared = prepareWrite(write, this.#home.limits);
    if (this.#goesBeside) this.#follow(prepared);
    for (const full of this.#rows.add(prepared)) this.#send(full);
  }

  async append(checks: readonly StreamCheck[], command?: CommandMarker): Promise<AppendResult> {
    const rest = this.#rows.rest();
    const marker = this.#checked(checks, command);
    const session = this.#goesBeside ? this.#session : undefined;
    if (!session) return this.#ordinary(checks, command);
    if (rest) this.#tell(session, rest);
    const facts = { events: this.#rows.count, bytes: this.#rows.bytes, batchOf: () => 1 };
    const { observer } = this.#home;
    const append = () => this.#commit(session, checks, marker);
    const result = await (observer ? observedAppend(observer, facts, append) : append());
    return result ?? this.#ordinary(checks, command);
  }

  discard(): void {
    void this.release();
  }

  /** Gives the file back to others; what is about to be committed is, before that. */
  release(): Promise<unknown> {
    const session = this.#goesBeside ? this.#session : undefined;
    this.#goesBeside = false;
    if (session) this.#ending = session.ask({ kind: 'undo' }).then(() => this.#home.end());
    return this.#ending ?? Promise.resolve();
  }

  /** Nothing, when it was undone. */
  async #commit(
    session: Session,
    checks: readonly StreamCheck[],
    command: PreparedCommand | undefined,
  ): Promise<AppendResult | undefined> {
    this.#goesBeside = false;
    const ended = Promise.withResolvers<undefined>();
    this.#ending = ended.promise;
    const answer = await session.ask({ kind: 'commit', rows: this.#rows.count, checks, command });
    try {
      if (answer.kind === 'unsure') this.#lookAgain(answer);
    } finally {
      this.#home.end();
      ended.resolve(undefined);
    }
    return answer.kind === 'committed' ? this.#committed(answer) : undefined;
  }

  /** In the ordinary way, which also says what is wrong with it. */
  async #ordinary(checks: readonly StreamCheck[], command?: CommandMarker): Promise<AppendResult> {
    this.discard();
    return this.#home.submit(assembleAppend(this.#rows.writes(), checks, command, this.#home.limits));
  }

  /** What is too large, or malformed, does not go beside. */
  #checked(checks: readonly StreamCheck[], command?: CommandMarker): PreparedCommand | undefined {
    try {
      this.#home.mustBeOpen();
      assertChecks(checks, new Set(this.#ends.keys()));
      const marker = command && prepareCommand(command);
      const bytes = this.#rows.bytes + (marker?.answer.length ?? 0);
      if (bytes > this.#home.limits.maxAppendBytes) this.discard();
      return marker;
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Counts where its stream ends; one that cannot follow goes the ordinary way, which says so. */
  #follow({ stream, expected, events }: PreparedWrite): void {
    let end = this.#ends.get(stream);
    if (end === undefined) {
      this.#expected.push([stream, expected]);
      end = expected === 'none' ? -1n : expected;
    } else if (expected !== end) {
      this.discard();
      return;
    }
    this.#ends.set(stream, end + BigInt(events.length));
  }

  #send(batch: RowBatch): void {
    if (!this.#goesBeside) return;
    this.#session ??= this.#begun();
    if (this.#session) this.#tell(this.#session, batch);
    else this.#goesBeside = false;
  }

  #begun(): Session | undefined {
    const session = this.#home.begin(this);
    // Nobody else writes from here until it ends.
    if (session) this.#head = this.#home.head();
    return session;
  }

  #tell(session: Session, batch: RowBatch): void {
    const [now, head] = [this.#home.clock(), this.#head];
    session.tell({ kind: 'rows', batch, now, head, expected: this.#expected });
    this.#expected = [];
  }

  #lookAgain({ cause }: Extract<Answer, { kind: 'unsure' }>): void {
    try {
      this.#home.lookAgain();
    } catch {
      const ids = this.#rows.writes().flatMap(({ events }) => events.map(({ id }) => id));
      throw new UnknownOutcome(ids, new Error(cause));
    }
  }

  #committed({ position, recordedAt }: Extract<Answer, { kind: 'committed' }>): AppendResult {
    this.#home.onCommit();
    return {
      revisions: this.#ends,
      position: toPosition(position),
      recordedAt: instant(recordedAt),
      deduplicated: false,
    };
  }
}
