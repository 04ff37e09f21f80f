import type { ResourceLimits } from 'node:worker_threads';
import type { LogScan } from '#event-store';
import type { EventCatalogue } from '#kernel';
import type { Projection } from '../projection.ts';
import type { StoppedAt } from '../projection-stopped.ts';

/**
 * What a thread opens for itself: a scan of the log, which may leave out what no read model looks at, what understands its
 * events, and the read models.
 */
export interface ScannedLog {
  readonly scan: LogScan;
  readonly catalogue: Pick<EventCatalogue, 'read'>;
  readonly projections: readonly Projection[];
}

/** Where the threads of a build begin. */
export interface BuildThreads {
  /** A module that calls `buildInThread`. */
  readonly entry: URL;
  /** From what it opens the log: plain data. */
  readonly data: unknown;
  /** Memory of each thread; what was found to be enough by default. */
  readonly limits?: ResourceLimits | undefined;
  /** How many threads, where not two for every machine that can run two. */
  readonly count?: number | undefined;
  /** The position from which on a log is long enough for threads, where not at tens of thousands. */
  readonly from?: bigint | undefined;
}

/** The share of one thread in a build. */
export interface BuildTask {
  /** The file that it makes. */
  readonly path: string;
  /** Names of the read models that it folds. */
  readonly folded: readonly string[];
  /** Whether its file has the tables of all read models, and takes the rows of the other files at the end. */
  readonly isBase: boolean;
  /** The last position that it reads. */
  readonly upTo: string;
}

export interface ThreadStart {
  readonly task: BuildTask;
  readonly data: unknown;
}

/** What a thread tells of its share. */
export type FromThread =
  | { readonly kind: 'read'; readonly events: number }
  | {
      readonly kind: 'stopped';
      readonly at: StoppedAt;
      readonly readModel: string | undefined;
      readonly detail: string;
      readonly isUnreadable: boolean;
    }
  | { readonly kind: 'complete' }
  | { readonly kind: 'sealed' };

/** The files whose rows the base takes, once all are complete. */
export interface ToBase {
  readonly paths: readonly string[];
}
