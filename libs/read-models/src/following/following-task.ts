import type { EventStore } from '#event-store';
import type { EventCatalogue } from '#kernel';
import type { PageEvent } from '../log-reader.ts';
import type { Projection } from '../projection.ts';

/** What the thread opens for itself: the log for reading, what understands its events, and the read models. */
export interface ThreadLog {
  readonly store: Pick<EventStore, 'readPages' | 'close'>;
  readonly catalogue: EventCatalogue;
  readonly projections: readonly Projection[];
}

/** Where a thread begins that takes the log to the read models. */
export interface FollowingEntry {
  /** A module that calls `followInThread`. */
  readonly entry: URL;
  /** From what it opens the log: plain data. */
  readonly data: unknown;
}

export interface FollowingStart {
  /** The file with the read models. */
  readonly path: string;
  /** Whether somebody wants to hear of the pages that are read. */
  readonly tellsPages: boolean;
  readonly data: unknown;
}

/** `let-go`: the file is about to be replaced or closed; the next `catch-up` opens what lies there then. */
export type Order = 'catch-up' | 'let-go' | 'end';

/** A page that was taken to the read models; moments in milliseconds since 1970. */
export interface ToldPage {
  readonly events: readonly PageEvent[];
  readonly startedAt: number;
  readonly endedAt: number;
}

/** What a thread tells: that it can be asked, and then one answer to each order. */
export type Told =
  | { readonly kind: 'ready' | 'let-go' }
  | { readonly kind: 'caught-up'; readonly to: bigint | undefined; readonly pages: readonly ToldPage[] }
  /** Whoever asked tries the same, and meets what stopped the thread if it stands in the log or on the disk. */
  | { readonly kind: 'failed'; readonly detail: string; readonly pages: readonly ToldPage[] };
