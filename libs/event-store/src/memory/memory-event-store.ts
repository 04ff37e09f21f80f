import { StoreClosed } from '../errors.ts';
import type { AppendResult, EventStore, StoreCapabilities } from '../event-store.ts';
import { executeAppend } from '../log/execute-append.ts';
import type { PreparedAppend } from '../log/prepared-append.ts';
import { SequencedEventStore } from '../log/sequenced-event-store.ts';
import { MemoryLog } from './memory-log.ts';

export interface MemoryEventStoreOptions {
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly clock?: () => number;
}

/** A store that forgets everything with the process: for tests and dry runs. Same rules as the durable ones. */
export function createMemoryEventStore(options: MemoryEventStoreOptions = {}): EventStore {
  return new MemoryEventStore(options.clock ?? Date.now);
}

class MemoryEventStore extends SequencedEventStore {
  readonly capabilities: StoreCapabilities = {
    atomicMultiStream: true,
    checksWithoutWrite: true,
    serverFilter: true,
    maxEventBytes: 1024 * 1024,
    maxAppendBytes: 64 * 1024 * 1024,
  };
  readonly #log = new MemoryLog();
  readonly #clock: () => number;
  #closed = false;

  constructor(clock: () => number) {
    super();
    this.#clock = clock;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.bell.ring();
  }

  protected override log(): MemoryLog {
    if (this.#closed) throw new StoreClosed();
    return this.#log;
  }

  protected override async commit(append: PreparedAppend): Promise<AppendResult> {
    const result = executeAppend(this.log(), append, this.#clock());
    if (!result.deduplicated) this.bell.ring();
    return result;
  }
}
