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
  eventIdsOf,
  type PreparedAppend,
  type PreparedWrite,
  prepareWrite,
} from '../../log/prepared-append.ts';
import type { Session } from './beside-writer.ts';
import type { Answer } from './orders.ts';
import { type RowBatch, RowPacker } from './row-batch.ts';

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
  readonly #writes: PreparedWrite[] = [];
  readonly #packer = new RowPacker();
  /** Where each stream ends with what was added. */
  readonly #ends = new Map<string, bigint>();
  #expected: (readonly [stream: string, expected: ExpectedRevision])[] = [];
  #rows = 0;
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
    this.#writes.push(prepared);
    if (this.#goesBeside) this.#pack(prepared);
  }

  async append(checks: readonly StreamCheck[], command?: CommandMarker): Promise<AppendResult> {
    const append = this.#assembled(checks, command);
    const session = this.#goesBeside ? this.#session : undefined;
    this.#goesBeside = false;
    if (!session) return this.#home.submit(append);
    const rest = this.#packer.take();
    if (rest) this.#tell(session, rest);
    const ended = Promise.withResolvers<undefined>();
    this.#ending = ended.promise;
    const order = { kind: 'commit', rows: this.#rows, checks, command: append.command } as const;
    const answer = await session.ask(order);
    try {
      if (answer.kind === 'unsure') this.#lookAgain(append, answer);
    } finally {
      this.#home.end();
      ended.resolve(undefined);
    }
    return answer.kind === 'committed' ? this.#committed(answer) : this.#home.submit(append);
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

  #assembled(checks: readonly StreamCheck[], command: CommandMarker | undefined): PreparedAppend {
    try {
      this.#home.mustBeOpen();
      return assembleAppend(this.#writes, checks, command, this.#home.limits);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  #pack({ stream, expected, events }: PreparedWrite): void {
    let end = this.#ends.get(stream);
    if (end === undefined) {
      this.#expected.push([stream, expected]);
      end = expected === 'none' ? -1n : expected;
    } else if (expected !== end) {
      // It cannot hold: the ordinary way says so.
      this.discard();
      return;
    }
    for (const event of events) {
      const full = this.#packer.add(stream, event);
      if (full) this.#send(full);
    }
    this.#rows += events.length;
    this.#ends.set(stream, end + BigInt(events.length));
  }

  #send(batch: RowBatch): void {
    this.#session ??= this.#begun();
    if (this.#session && this.#goesBeside) this.#tell(this.#session, batch);
    else this.#goesBeside = false;
  }

  #begun(): Session | undefined {
    const session = this.#goesBeside ? this.#home.begin(this) : undefined;
    // Nobody else writes from here until it ends.
    if (session) this.#head = this.#home.head();
    return session;
  }

  #tell(session: Session, batch: RowBatch): void {
    const [now, head] = [this.#home.clock(), this.#head];
    session.tell({ kind: 'rows', batch, now, head, expected: this.#expected });
    this.#expected = [];
  }

  #lookAgain(append: PreparedAppend, { cause }: Extract<Answer, { kind: 'unsure' }>): void {
    try {
      this.#home.lookAgain();
    } catch {
      throw new UnknownOutcome(eventIdsOf(append), new Error(cause));
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
