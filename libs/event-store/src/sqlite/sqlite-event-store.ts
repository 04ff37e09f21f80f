import { StoreClosed, Unsupported } from '../errors.ts';
import type { AppendResult, StoreCapabilities } from '../event-store.ts';
import type { PreparedAppend } from '../log/prepared-append.ts';
import { SequencedEventStore } from '../log/sequenced-event-store.ts';
import type { StoreObserver } from '../observer.ts';
import { GroupCommit } from './group-commit.ts';
import { LogConnection } from './log-connection.ts';
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
  readonly #readOnly: boolean;
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
    this.#commits = new GroupCommit({
      connection,
      clock: options.clock ?? Date.now,
      stopwatch,
      maxQueue: options.maxQueue ?? MAX_QUEUE,
      maxQueueBytes: 2 * CAPABILITIES.maxAppendBytes,
      onCommit: () => this.bell.ring(),
      observer: options.observer,
    });
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  protected override log(): SqliteLog {
    if (this.#closed) throw new StoreClosed();
    return this.#connection.current();
  }

  protected override async commit(append: PreparedAppend): Promise<AppendResult> {
    if (this.#closing) throw new StoreClosed();
    if (this.#readOnly) throw new Unsupported('writing to a ledger that is open for reading');
    return this.#commits.submit(append);
  }

  async #close(): Promise<void> {
    await this.#commits.drained();
    this.#closed = true;
    this.#connection.drop();
    // Followers wake up and find the store closed.
    this.bell.ring();
  }
}
