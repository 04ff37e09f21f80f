import { messageOf } from '#kernel/folding';
import { StoreClosed, Unsupported } from '../errors.ts';
import type {
  AppendResult,
  GrowingAppend,
  Position,
  StoreCapabilities,
  StoredBytes,
  StoreStanding,
} from '../event-store.ts';
import { fromPosition } from '../log/position.ts';
import type { PreparedAppend } from '../log/prepared-append.ts';
import { SequencedEventStore } from '../log/sequenced-event-store.ts';
import type { StoreObserver } from '../observer.ts';
import { LongAppends } from './beside/long-appends.ts';
import { GroupCommit } from './group-commit.ts';
import { LogConnection } from './log-connection.ts';
import { NewestEvents } from './newest-events.ts';
import type { SqliteLog } from './sqlite-log.ts';

export interface SqliteEventStoreOptions {
  /** Path of the file; made when it is missing. Never on a network share. */
  readonly file: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly clock?: () => number;
  /** How many appends may wait for their commit before the next is refused as `Busy`. */
  readonly maxQueue?: number;
  /** For auditors: nothing can be written, and the owner of the file goes on. */
  readonly readOnly?: boolean;
  /** Hears of appends and commits; nobody by default. */
  readonly observer?: StoreObserver | undefined;
}

const CAPABILITIES: StoreCapabilities = {
  atomicMultiStream: true,
  checksWithoutWrite: true,
  serverFilter: true,
  maxEventBytes: 1024 * 1024,
  // An import is one append.
  maxAppendBytes: 64 * 1024 * 1024,
};
const MAX_QUEUE = 4096;

/**
 * Opens the log in a SQLite file (`ledger.sqlite` of a data folder) or makes a new one. Throws a refusal
 * when the file is not a ledger, damaged, newer than this program or not accessible.
 */
export function openSqliteEventStore(options: SqliteEventStoreOptions): SqliteEventStore {
  const connection = new LogConnection(options.file, options.readOnly ?? false);
  return new SqliteEventStore(connection, options);
}

/** The log in one SQLite file: durable on acknowledgement, one writer, group commit on this thread. */
export class SqliteEventStore extends SequencedEventStore {
  readonly capabilities = CAPABILITIES;
  readonly #connection: LogConnection;
  readonly #commits: GroupCommit;
  readonly #longAppends: LongAppends;
  readonly #newest = new NewestEvents();
  readonly #readOnly: boolean;
  #writeFailure: string | undefined;
  #closing: Promise<void> | undefined;
  #closed = false;

  constructor(
    connection: LogConnection,
    options: Omit<SqliteEventStoreOptions, 'file'>,
    stopwatch = () => performance.now(),
  ) {
    super();
    this.#connection = connection;
    this.#readOnly = options.readOnly ?? false;
    const clock = options.clock ?? Date.now;
    this.#commits = new GroupCommit({
      connection,
      clock,
      stopwatch,
      maxQueue: options.maxQueue ?? MAX_QUEUE,
      maxQueueBytes: 2 * CAPABILITIES.maxAppendBytes,
      released: () => this.#longAppends.released(),
      newest: this.#newest,
      onCommit: () => this.#committed(),
      onFailure: (cause) => (this.#writeFailure = messageOf(cause)),
      observer: options.observer,
    });
    this.#longAppends = new LongAppends({
      file: connection.file,
      limits: CAPABILITIES,
      clock,
      observer: options.observer,
      mustBeOpen: () => this.#mustBeOpen(),
      head: () => connection.current().placeUpTo()?.position,
      isIdle: () => !this.#readOnly && this.#commits.isIdle,
      onCommit: () => {
        connection.current().committedBeside();
        this.#committed();
      },
      lookAgain: () => {
        connection.drop();
        // After a failed sync the journal may be in memory only; settling writes it afresh.
        connection.current().settle();
      },
      submit: (append) => this.#commits.submit(append),
    });
  }

  grow(): GrowingAppend {
    return this.#longAppends.begin();
  }

  newestAfter(after: Position | undefined, limit: number): StoredBytes[] {
    return this.#newest.after(after === undefined ? 0n : fromPosition(after), limit);
  }

  override standing(): StoreStanding {
    const writeFailure = this.#writeFailure;
    return { ...super.standing(), ...(writeFailure === undefined ? {} : { writeFailure }) };
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  protected override log(): SqliteLog {
    if (this.#closed) throw new StoreClosed();
    return this.#connection.current();
  }

  protected override async commit(append: PreparedAppend): Promise<AppendResult> {
    this.#mustBeOpen();
    return this.#commits.submit(append);
  }

  #committed(): void {
    this.#writeFailure = undefined;
    this.bell.ring();
  }

  #mustBeOpen(): void {
    if (this.#closing) throw new StoreClosed();
    if (this.#readOnly) throw new Unsupported('writing to a ledger that is open for reading');
  }

  async #close(): Promise<void> {
    await this.#longAppends.close();
    await this.#commits.drained();
    this.#closed = true;
    this.#connection.drop();
    // Followers wake up and find the store closed.
    this.bell.ring();
  }
}
