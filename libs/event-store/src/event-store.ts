import type { Evidence, Instant } from '#kernel';

/**
 * The port behind which the log lives. Small on purpose: append, read, subscribe, and what the store can do.
 * Nothing here publishes; everything downstream reads the log from a position.
 */

/** A place in the log: opaque, totally ordered by `comparePositions`, never computed with. */
export type Position = string & { readonly __form: 'position' };

/** Ledger streams know only these two expectations; `any` does not exist. */
export type ExpectedRevision = 'none' | bigint;

export interface EventMetadata {
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly reason?: string;
  /** The document or publication that the fact was taken from. */
  readonly source?: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Business date, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  /** Files that the posting rests on, by their digests; on the first event of a posting. */
  readonly evidence?: readonly Evidence[];
  /** Only on history taken over from elsewhere. */
  readonly imported?: true;
  /** What the decision saw (balances, policy, revisions), JSON-safe, so that it can be taken again. */
  readonly decision?: object;
  /** What was asked, on the first event of every decision, so that it can be taken again. */
  readonly asked?: object;
  /** The digest of the event before it in its stream, 64 hex digits; the first event of a stream has none. */
  readonly previous?: string;
}

export interface NewEvent {
  /** UUID; the same event always carries the same one. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON-safe: objects, arrays, strings, booleans, null and safe integers. */
  readonly data: unknown;
  readonly metadata: EventMetadata;
  /** When the source booked it; only with `metadata.imported`. Otherwise the time of recording. */
  readonly bookedAt?: Instant;
}

export interface RecordedEvent {
  readonly id: string;
  readonly stream: string;
  /** 0 for the first event of a stream. */
  readonly revision: bigint;
  readonly position: Position;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly metadata: EventMetadata;
  /** The canonical JSON (RFC 8785) as stored; never serialised again. */
  readonly dataBytes: Uint8Array;
  readonly metadataBytes: Uint8Array;
  /** The store's clock; never decreases along the log. */
  readonly recordedAt: Instant;
  /** Never decreases along the log, so that a moment maps to exactly one position. */
  readonly bookedAt: Instant;
}

/** An event for those who look at its bytes alone: of what they hold only the business date is told. */
export interface StoredBytes extends Omit<RecordedEvent, 'data' | 'metadata'> {
  readonly metadata: Pick<EventMetadata, 'effectiveOn'>;
}

export interface StreamWrite {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** An expectation on a stream that is not written. */
export interface StreamCheck {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/** Marks a command as done, in the same atomic append as its events. */
export interface CommandMarker {
  /** Idempotency key, scoped by the caller (organisation and key). */
  readonly key: string;
  /** SHA-256 over the canonical input, hex. */
  readonly inputHash: string;
  /** The answer to give again, JSON-safe. */
  readonly answer: unknown;
}

export interface RecordedCommand extends CommandMarker {
  /** Position of the last event that the command wrote. */
  readonly position: Position;
  readonly recordedAt: Instant;
}

export interface AppendResult {
  /** Revision of the last event per written stream. */
  readonly revisions: ReadonlyMap<string, bigint>;
  /** Position of the last event of the append. */
  readonly position: Position;
  readonly recordedAt: Instant;
  /** True when exactly these events were there already; nothing was written again. */
  readonly deduplicated: boolean;
}

export interface ReadStreamOptions {
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

export interface EventFilter {
  /** Stream name prefixes; an event matches when any fits. */
  readonly streamPrefixes?: readonly string[];
  /** None at all for whoever only wants to hear that the log has grown: then nothing of it is read. */
  readonly types?: readonly string[];
}

export interface ReadAllOptions {
  /** Read events after this position (before it when backwards); from the edge of the log when absent. */
  readonly after?: Position;
  /** Read no event beyond this position. */
  readonly upTo?: Position;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
  /** The most events of one page: what is dropped after a short one is garbage that costs little. */
  readonly pageEvents?: number;
  readonly filter?: EventFilter;
  readonly signal?: AbortSignal;
}

export interface ReadCommandsOptions {
  /** Only commands whose last event stands after this position. */
  readonly after?: Position;
}

export interface SubscribeOptions {
  readonly after?: Position;
  readonly filter?: EventFilter;
  readonly signal: AbortSignal;
}

export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** All that was in the log has been delivered. */
  | { readonly kind: 'caught-up'; readonly position: Position | undefined }
  /** The reader is behind again and will be fed in pages. */
  | { readonly kind: 'fell-behind' }
  /** Nothing matched up to here: safe to resume from. */
  | { readonly kind: 'checkpoint-reached'; readonly position: Position };

export interface StoreCapabilities {
  /**
   * Whether the home of the log takes several streams in one append. Where it cannot, `appendMany` reserves, confirms or
   * voids: readers see all of it or nothing either way, but an append takes several steps and may be left undecided.
   */
  readonly atomicMultiStream: boolean;
  /** Whether the home of the log compares streams that are not written within the append itself. */
  readonly checksWithoutWrite: boolean;
  readonly serverFilter: boolean;
  readonly maxEventBytes: number;
  readonly maxAppendBytes: number;
}

/** How the store stands with the home of its log; a store whose log is here is always ready. */
export interface StoreStanding {
  /**
   * `catching-up` reads what others wrote; `disconnected` waits for the home of the log; `alarm` says that somebody
   * deleted or changed what must not change, and nothing is posted any more.
   */
  readonly state: 'ready' | 'catching-up' | 'disconnected' | 'alarm';
  /** Records that have arrived and are not applied yet. */
  readonly lagEvents?: number;
  /** Age of the newest applied record while the store is behind; 0 when it has caught up. */
  readonly lagMs?: number;
  /** When the home of the log answered last. */
  readonly lastContactAt?: Instant;
  /** One sentence for the operator. */
  readonly detail?: string;
  /** Why the disk of a log that lives here did not take what was written last; absent once it takes something. */
  readonly writeFailure?: string;
}

/**
 * A long append whose writes become known one after the other: a store may write them while the rest is decided. Nobody sees
 * any of them before all are durable.
 */
export interface GrowingAppend {
  /** Throws `InvalidAppend` or `TooLarge`. */
  add(write: StreamWrite): void;
  /** Appends all that was added, in that order, as `appendMany` would. */
  append(checks: readonly StreamCheck[], command?: CommandMarker): Promise<AppendResult>;
  /** Nothing will be appended. Without effect after `append`. */
  discard(): void;
}

export interface EventStore {
  readonly capabilities: StoreCapabilities;

  standing(): StoreStanding;

  /** Writes one stream. Throws one of the errors of `errors.ts`. */
  append(write: StreamWrite, command?: CommandMarker): Promise<AppendResult>;

  /**
   * Writes several streams, all or nothing, in the order given; `checks` must hold as well.
   * A stream may stand in several writes: the later expectation counts the earlier write.
   * Throws `Unsupported` where the store cannot.
   */
  appendMany(
    writes: readonly StreamWrite[],
    checks: readonly StreamCheck[],
    command?: CommandMarker,
  ): Promise<AppendResult>;

  /** Begins an append of many events; absent where nothing is gained over `appendMany`. */
  grow?(): GrowingAppend;

  /** The answer recorded under an idempotency key. */
  findCommand(key: string): Promise<RecordedCommand | undefined>;

  /** All recorded commands in the order of their positions, for those who copy a log. */
  readCommands(options?: ReadCommandsOptions): AsyncIterable<RecordedCommand>;

  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<RecordedEvent>;

  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;

  /** The events of `readAll` in bounded pages, none of them empty: for those who take every event of a long log. */
  readPages(options?: ReadAllOptions): AsyncIterable<readonly RecordedEvent[]>;

  /**
   * At most so many of the events right behind a position (of the first ones of the log when absent) that are at hand since
   * they were written of late; none says nothing of the log. Absent where none are kept.
   */
  newestAfter?(after: Position | undefined, limit: number): readonly StoredBytes[];

  /** Follows the log. The consumer's `await` is the backpressure; the signal ends it without an error. */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;

  /**
   * Waits until reads show all that anybody was told, before the call, to stand in these streams; at once where the log
   * lives here. Throws `StorageFailed` when its home does not answer.
   */
  newest(streams: readonly string[]): Promise<void>;

  /** Position of the last event; nothing on an empty log. */
  head(): Promise<Position | undefined>;

  /** The last position booked at or before a moment; nothing when none was. */
  positionAt(bookedAt: Instant): Promise<Position | undefined>;

  /** A position as somebody typed it; nothing when the log has no such place. */
  parsePosition(text: string): Promise<Position | undefined>;

  comparePositions(a: Position, b: Position): number;

  /** Waits for what was accepted, then lets go of all resources. */
  close(): Promise<void>;
}
