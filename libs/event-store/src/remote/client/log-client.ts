import { messageOf } from '#kernel';

/**
 * What the store asks of an event database, small enough that both client libraries offer it. Revisions here are those
 * of the server (physical): they also count what was reserved and voided.
 */
export interface LogClient {
  /** Whether the server takes several streams, with expectations, in one append. */
  canAppendAtomically(): Promise<boolean>;
  /** Appends to one stream. Throws `ServerConflict` and the errors below. */
  append(stream: string, expected: Expected, events: readonly WireEvent[]): Promise<void>;
  /** Appends to several streams, all or nothing and in this order; every expectation must hold. */
  appendAtomically(
    records: readonly { readonly stream: string; readonly event: WireEvent }[],
    expectations: ReadonlyMap<string, Expected>,
  ): Promise<void>;
  /** Reads a stream from the leader, forwards from a revision, at most `limit`; nothing when there is none. */
  readStream(stream: string, from: bigint, limit: number): Promise<readonly WireRecord[]>;
  /** The last record of a stream as the leader has it. */
  readLast(stream: string): Promise<WireRecord | undefined>;
  /** Follows all streams with one of the prefixes, after a checkpoint; ends with an error or by the signal. */
  follow(options: FollowOptions): AsyncIterable<FeedMessage>;
  /** Lets go of the connection. */
  close(): Promise<void>;
}

/** Revision that a stream must have; nothing when it must have no event. */
export type Expected = bigint | undefined;

/** A place in the log of the server. */
export interface Checkpoint {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** What is handed to a client library: plain data that JSON holds exactly, never a bigint. */
export interface WireEvent {
  /** UUID; the server recognises a repeated append by it. */
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What a client library hands back, with every number of the server as a bigint. */
export interface WireRecord {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly checkpoint: Checkpoint;
}

export interface FollowOptions {
  readonly prefixes: readonly string[];
  readonly after: Checkpoint | undefined;
  readonly signal: AbortSignal;
}

export type FeedMessage =
  | { readonly kind: 'connected' }
  | { readonly kind: 'record'; readonly record: WireRecord }
  /** Nothing matched between the last record and here: safe to resume from. */
  | { readonly kind: 'checkpoint'; readonly checkpoint: Checkpoint }
  | { readonly kind: 'caught-up' };

/** Streams are not where they were expected, which is final: they only grow. */
export class ServerConflict extends Error {
  /** The revisions they have; nothing for a stream without events. */
  readonly actual: ReadonlyMap<string, Expected>;

  constructor(actual: ReadonlyMap<string, Expected>) {
    super(`${[...actual.keys()].join(', ')} moved`);
    this.name = 'ServerConflict';
    this.actual = actual;
  }
}

/** No answer, or one that does not tell whether it was done: look, or repeat the very same call. */
export class NoAnswer extends Error {
  /**
   * For metrics: `timeout`, `unavailable`, `not-leader`, `cancelled`, `too-slow`, `unknown`. `too-slow` is a subscription that
   * its server ended because more came at once than it keeps for a reader: it is there, and is to be asked again.
   */
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    const detail = cause === undefined ? reason : `${reason}: ${messageOf(cause)}`;
    super(`the event database gave no answer (${detail})`, { cause });
    this.name = 'NoAnswer';
    this.reason = reason;
  }
}

/** The server refuses for good: no right, deleted stream, too large. Nothing was written. */
export class ServerRefused extends Error {
  readonly reason: 'denied' | 'deleted' | 'too-large' | 'unsupported';

  constructor(reason: ServerRefused['reason'], detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = 'ServerRefused';
    this.reason = reason;
  }
}
