import type { FoundEvent } from '#audit-trail';
import type { EventMetadata, Position, RecordedEvent } from '#event-store';
import type { Instant } from '#kernel';
import type { SaidEvent } from '../decisions/log-streams.ts';

/**
 * What is read of a row, in the order of `StoredRow`. Reading JSON as text costs half as much as reading bytes and
 * decoding them; whether it is all that is stored is seen by the lengths and the kinds.
 */
export const ROW_COLUMNS = `position, stream_id, revision, lower(hex(event_id)), type, schema_version,
  CAST(data AS TEXT), CAST(metadata AS TEXT), length(data), length(metadata), recorded_at, booked_at,
  typeof(event_id) || typeof(data) || typeof(metadata)`;

/** A row of the log. The tables are STRICT, but a damaged page may hold anything. */
export type StoredRow = readonly [
  position: number,
  stream: number,
  revision: number,
  id: string,
  type: string,
  schemaVersion: number,
  data: string,
  metadata: string,
  dataLength: number,
  metadataLength: number,
  recordedAt: number,
  bookedAt: number,
  kinds: string,
];

/** The bytes of one row as they are stored. */
export interface StoredBytes {
  readonly event_id: Uint8Array;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Reads the bytes of the row at a position, where its texts are not what is stored. */
export type BytesAt = (position: number) => StoredBytes;

/** The event of a row as it was found there; the business date stands in its metadata alone. */
export function foundIn(row: StoredRow, stream: string | undefined, bytesAt: BytesAt): FoundEvent {
  const [, , revision, , type, schemaVersion, , , , , recordedAt, bookedAt] = row;
  const { id, dataBytes, metadataBytes, text } = contentOf(row, bytesAt);
  return {
    stream,
    revision,
    id,
    type,
    schemaVersion,
    effectiveOn: effectiveOnIn(metadataBytes),
    recordedAt: instantOf(recordedAt),
    bookedAt: instantOf(bookedAt),
    dataBytes,
    metadataBytes,
    text,
  };
}

/** The event of a row, to be decided again; nothing when it cannot be read. */
export function saidIn(row: StoredRow, stream: string, bytesAt: BytesAt): SaidEvent | undefined {
  return isWhole(row)
    ? saidBy(row, stream, toUuid(row[3]), row[6], row[7])
    : recordedIn(row, stream, bytesAt);
}

/** The event of a row with its bytes; nothing when it cannot be read. */
export function recordedIn(row: StoredRow, stream: string, bytesAt: BytesAt): RecordedEvent | undefined {
  const { id, dataBytes, metadataBytes, text } = contentOf(row, bytesAt);
  const said = text
    ? saidBy(row, stream, id, text.data, text.metadata)
    : saidBy(row, stream, id, textOf(dataBytes), textOf(metadataBytes));
  return said && { ...said, dataBytes, metadataBytes };
}

function saidBy(
  row: StoredRow,
  stream: string,
  id: string,
  dataText: string | undefined,
  metadataText: string | undefined,
): SaidEvent | undefined {
  const [position, , revision, , type, schemaVersion] = row;
  const [data, metadata] = [jsonIn(dataText), jsonIn(metadataText)];
  const [recordedAt, bookedAt] = [instantOf(row[10]), instantOf(row[11])];
  if (data === undefined || !isObject(metadata) || !recordedAt || !bookedAt) return undefined;
  if (typeof type !== 'string' || !Number.isSafeInteger(revision)) return undefined;
  return {
    id,
    stream,
    revision: BigInt(revision),
    position: String(position) as Position,
    type,
    schemaVersion,
    data,
    metadata: metadata as EventMetadata,
    recordedAt,
    bookedAt,
  };
}

interface Content {
  readonly id: string;
  readonly dataBytes: Uint8Array;
  readonly metadataBytes: Uint8Array;
  readonly text?: { readonly data: string; readonly metadata: string };
}

function contentOf(row: StoredRow, bytesAt: BytesAt): Content {
  const [position, , , id, , , data, metadata] = row;
  if (isWhole(row)) {
    const text = { data, metadata };
    return { id: toUuid(id), dataBytes: Buffer.from(data), metadataBytes: Buffer.from(metadata), text };
  }
  const stored = bytesAt(position);
  return {
    id: toUuid(Buffer.from(bytesIn(stored.event_id)).toString('hex')),
    dataBytes: bytesIn(stored.data),
    metadataBytes: bytesIn(stored.metadata),
  };
}

/**
 * Whether the texts of a row are all that is stored: bytes that are not UTF-8 read as U+FFFD, and a NUL ends a text early.
 */
const isWhole = ([, , , , , , data, metadata, dataLength, metadataLength, , , kinds]: StoredRow): boolean =>
  kinds === 'blobblobblob' && isAllOf(data, dataLength) && isAllOf(metadata, metadataLength);

const isAllOf = (text: string, bytes: number): boolean =>
  Buffer.byteLength(text) === bytes && !text.includes('\uFFFD');

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MEMBER = Buffer.from('"effectiveOn":"');
const END = '"'.charCodeAt(0);

/**
 * The business date in canonical metadata. No member of that name follows it there, and in a text its quotation marks
 * are escaped; whoever reads the metadata finds out when it is another. Saves reading them twice.
 */
function effectiveOnIn(bytes: Uint8Array): unknown {
  const metadata = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = metadata.lastIndexOf(MEMBER) + MEMBER.length;
  const end = start + 'YYYY-MM-DD'.length;
  if (start >= MEMBER.length && metadata[end] === END) return metadata.toString('latin1', start, end);
  return (jsonIn(textOf(bytes)) as { readonly effectiveOn?: unknown } | null | undefined)?.effectiveOn;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const bytesIn = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : Buffer.alloc(0));

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

let last: { readonly milliseconds: number; readonly instant: Instant | undefined } | undefined;

/** Nothing for a moment that no date can say. Many events have the same. */
function instantOf(milliseconds: number): Instant | undefined {
  if (last?.milliseconds === milliseconds) return last.instant;
  const date = new Date(milliseconds);
  const instant = Number.isNaN(date.getTime()) ? undefined : (date.toISOString() as Instant);
  last = { milliseconds, instant };
  return instant;
}

const toUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
