import type { FoundEvent } from '#audit-trail';
import type { EventMetadata, Position, RecordedEvent } from '#event-store';
import type { Instant } from '#kernel';

/** A row of the log. The tables are STRICT, but a damaged page may hold anything. */
export interface StoredRow {
  readonly position: number;
  readonly stream_id: number;
  readonly revision: number;
  readonly event_id: Uint8Array;
  readonly type: string;
  readonly schema_version: number;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly recorded_at: number;
  readonly booked_at: number;
}

/** The event of a row as it was found there; the business date stands in its metadata alone. */
export function foundIn(row: StoredRow, stream: string | undefined): FoundEvent {
  return {
    stream,
    revision: row.revision,
    id: uuidOf(row.event_id),
    type: row.type,
    schemaVersion: row.schema_version,
    effectiveOn: effectiveOnIn(bytesIn(row.metadata)),
    recordedAt: instantOf(row.recorded_at),
    bookedAt: instantOf(row.booked_at),
    dataBytes: bytesIn(row.data),
    metadataBytes: bytesIn(row.metadata),
  };
}

/** The event of a row, to be decided again; nothing when it cannot be read. */
export function recordedIn(row: StoredRow, stream: string): RecordedEvent | undefined {
  const [data, metadata] = [jsonIn(row.data), jsonIn(row.metadata)];
  const [recordedAt, bookedAt] = [instantOf(row.recorded_at), instantOf(row.booked_at)];
  if (data === undefined || !isObject(metadata) || !recordedAt || !bookedAt) return undefined;
  if (typeof row.type !== 'string' || !Number.isSafeInteger(row.revision)) return undefined;
  return {
    id: uuidOf(row.event_id),
    stream,
    revision: BigInt(row.revision),
    position: String(row.position) as Position,
    type: row.type,
    schemaVersion: row.schema_version,
    data,
    metadata: metadata as EventMetadata,
    dataBytes: row.data,
    metadataBytes: row.metadata,
    recordedAt,
    bookedAt,
  };
}

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
  return (jsonIn(bytes) as { readonly effectiveOn?: unknown } | null | undefined)?.effectiveOn;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const bytesIn = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : Buffer.alloc(0));

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
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

function uuidOf(id: Uint8Array): string {
  const hex = Buffer.from(bytesIn(id)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
