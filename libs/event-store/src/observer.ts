import { WrongExpectedRevision } from './errors.ts';
import type { AppendResult } from './event-store.ts';

/** What one durable append came to. */
export interface AppendFacts {
  /** Milliseconds from the call to its answer. */
  readonly ms: number;
  readonly events: number;
  /** Bytes of data and metadata. */
  readonly bytes: number;
  /** How many appends became durable together, where the store knows. */
  readonly batch?: number | undefined;
}

/**
 * Hears what a store does, for metrics and traces; all of it optional, none of it may throw. A store without an
 * observer pays nothing.
 */
export interface StoreObserver {
  /** An append is durable. Called where its caller awaits it, so that a trace knows whose it was. */
  appended?(facts: AppendFacts): void;
  /** So many appends went into one commit. */
  batch?(appends: number): void;
  /** So many appends wait for their commit. */
  queue?(depth: number): void;
  /** Somebody else had written the stream. */
  conflict?(stream: string): void;
  /** A call was repeated, such as after a lost answer: `timeout`, `unavailable`, `reconnect`. */
  retried?(reason: string): void;
}

/**
 * Runs an append and tells the observer what it came to; nothing, when it came to nothing. `batchOf` is asked once it is
 * durable.
 */
export async function observedAppend<Result extends AppendResult | undefined>(
  observer: StoreObserver,
  { events, bytes, batchOf }: Pick<AppendFacts, 'events' | 'bytes'> & { batchOf?: () => number | undefined },
  append: () => Promise<Result>,
): Promise<Result> {
  const started = performance.now();
  try {
    const result = await append();
    if (result && !result.deduplicated) {
      observer.appended?.({ ms: performance.now() - started, events, bytes, batch: batchOf?.() });
    }
    return result;
  } catch (error) {
    if (error instanceof WrongExpectedRevision) observer.conflict?.(error.stream);
    throw error;
  }
}
