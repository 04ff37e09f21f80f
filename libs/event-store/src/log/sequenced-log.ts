import type { ExpectedRevision, RecordedCommand } from '../event-store.ts';
import type { PreparedCommand, PreparedEvent } from './prepared-append.ts';

/** An event as stored. Times are milliseconds since 1970. */
export interface StoredEvent {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** `data` and `metadata` as text, where the log has them at hand: they need no decoding. */
  readonly text?: { readonly data: string; readonly metadata: string };
  readonly recordedAt: number;
  readonly bookedAt: number;
}

/** An event with its place, ready to be stored; the log gives the position. */
export interface PlacedEvent extends PreparedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly recordedAt: number;
  readonly bookedAt: number;
}

/** A place in the log and its times. */
export interface LogPlace {
  readonly position: bigint;
  readonly recordedAt: number;
  readonly bookedAt: number;
}

/** Which stored events a reader wants, decided before anything is decoded. */
export type Matches = (stream: string, type: string) => boolean;

/** A stretch of the log: both bounds are exclusive, absent at the edges. */
export interface PageRequest {
  readonly above: bigint | undefined;
  readonly below: bigint | undefined;
  readonly direction: 'forwards' | 'backwards';
  readonly limit: number;
  readonly matches: Matches;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** The last place that was looked at; nothing when there was none. */
  readonly end: bigint | undefined;
  /** Whether there may be more beyond. */
  readonly more: boolean;
}

/** A stretch of one stream: both bounds are inclusive, absent at the edges. */
export interface StreamPageRequest {
  readonly stream: string;
  readonly from: bigint | undefined;
  readonly direction: 'forwards' | 'backwards';
  readonly limit: number;
}

/** A page holds at most so many events, and little more than so many bytes. */
export const PAGE_EVENTS = 1024;
export const PAGE_BYTES = 4 * 1024 * 1024;

/** Sorted anew for each page, for no index is kept on their positions: so pages are large. */
export const COMMAND_PAGE = 8192;

/**
 * One log with one sequence, read and written on this thread: what every embedded store has to offer.
 * The rules of appending, paging and following are built on it once (`execute-append.ts`, `log-reader.ts`,
 * `subscription.ts`).
 */
export interface SequencedLog {
  findCommand(key: string): RecordedCommand | undefined;
  /** Commands whose last event stands after a position, by that position, at most `COMMAND_PAGE`. */
  commandsAfter(position: bigint): readonly RecordedCommand[];
  findEvent(id: string): StoredEvent | undefined;
  lastRevision(stream: string): bigint | undefined;
  /** The first place after a position; of the whole log when absent. */
  placeAfter(position: bigint): LogPlace | undefined;
  /** The last place at or before a position; of the whole log when absent. */
  placeUpTo(position?: bigint): LogPlace | undefined;
  page(request: PageRequest): Page;
  streamPage(request: StreamPageRequest): Page;
  /** Stores the events and the marker; answers the position of the last event. */
  write(events: readonly PlacedEvent[], command: PreparedCommand | undefined): bigint;
}

export function revisionMatches(expected: ExpectedRevision, actual: bigint | undefined): boolean {
  return expected === 'none' ? actual === undefined : actual === expected;
}
