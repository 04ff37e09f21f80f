import type { SQLInputValue } from 'node:sqlite';
import type { LogPlace, PlacedEvent, StoredEvent } from '../log/sequenced-log.ts';

/** What every reader begins with, in the order of `HeadOfRow`. */
const HEAD_COLUMNS = `position, name, revision, lower(hex(event_id)), type, CAST(schema_version AS REAL), CAST(data AS TEXT)`;

/** Integers that may pass 2^53 come as bigint; times, lengths and versions, which do not, as numbers. */
type HeadOfRow = readonly [
  position: bigint,
  stream: string,
  revision: bigint,
  id: string,
  type: string,
  schemaVersion: number,
  data: string,
];

/**
 * What is read of an event, in the order of `EventRow`. Values of JSON are read as text, which costs half as much as
 * reading bytes and decoding them; their lengths as stored tell whether the text is all of them.
 */
export const EVENT_COLUMNS = `${HEAD_COLUMNS}, CAST(metadata AS TEXT), CAST(length(data) AS REAL),
  CAST(length(metadata) AS REAL), CAST(recorded_at AS REAL), CAST(booked_at AS REAL)`;

export type EventRow = readonly [
  ...HeadOfRow,
  metadata: string,
  dataLength: number,
  metadataLength: number,
  recordedAt: number,
  bookedAt: number,
];

/** What a scan reads of an event, its metadata behind it, in the order of `ScannedRow`. */
export const SCANNED_COLUMNS = `${HEAD_COLUMNS}, CAST(length(data) AS REAL), CAST(recorded_at AS REAL),
  CAST(booked_at AS REAL)`;

export type ScannedRow = readonly [
  ...HeadOfRow,
  dataLength: number,
  recordedAt: number,
  bookedAt: number,
  /** Nothing where it is not JSON. */
  metadata: string | null,
];

/** The very bytes of one event. */
export interface BytesRow {
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface PlaceRow {
  readonly position: bigint;
  readonly recorded_at: bigint;
  readonly booked_at: bigint;
}

/** `bytesAt` is asked where the text is not what is stored, so that what somebody has damaged is seen as it is. */
export function toStoredEvent(row: EventRow, bytesAt: (position: bigint) => BytesRow): StoredEvent {
  const [position, stream, revision, id, type, schemaVersion, dataText, metadataText] = row;
  const [, , , , , , , , dataLength, metadataLength, recordedAt, bookedAt] = row;
  const place = { position, stream, revision, id: toUuid(id), type, schemaVersion, recordedAt, bookedAt };
  const data = exactBytes(dataText, dataLength);
  const metadata = exactBytes(metadataText, metadataLength);
  return data && metadata
    ? { ...place, data, metadata, text: { data: dataText, metadata: metadataText } }
    : { ...place, ...bytesAt(position) };
}

export function toPlace(row: PlaceRow): LogPlace {
  return {
    position: row.position,
    recordedAt: Number(row.recorded_at),
    bookedAt: Number(row.booked_at),
  };
}

/** What is written of an event, in the order of the statement that inserts it. */
export function eventValues(event: PlacedEvent, streamId: bigint): SQLInputValue[] {
  const { id, revision, type, schemaVersion, data, metadata, recordedAt, bookedAt } = event;
  return [fromUuid(id), streamId, revision, type, schemaVersion, data, metadata, recordedAt, bookedAt];
}

export function fromUuid(id: string): Uint8Array {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The bytes that a text was read from; nothing when that is not certain. */
function exactBytes(text: string, length: number): Uint8Array | undefined {
  const bytes = Buffer.from(text);
  return isWhole(text, bytes.length, length) ? bytes : undefined;
}

/** Whether a text is certainly all of the bytes that it was read from, so many of them. */
export const isWholeText = (text: string, length: number): boolean =>
  isWhole(text, Buffer.byteLength(text), length);

/** Bytes that are not UTF-8 read as U+FFFD, and a NUL ends the text early. */
const isWhole = (text: string, bytes: number, length: number): boolean =>
  bytes === length && !text.includes('\uFFFD');

export function toUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
