import type { LogPlace, StoredEvent } from '../log/sequenced-log.ts';

/** Rows as node:sqlite gives them with BigInt reads on: every integer is a bigint, none is rounded. */
export interface EventRow extends PlaceRow {
  readonly name: string;
  readonly revision: bigint;
  readonly event_id: Uint8Array;
  readonly type: string;
  readonly schema_version: bigint;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface PlaceRow {
  readonly position: bigint;
  readonly recorded_at: bigint;
  readonly booked_at: bigint;
}

export function toStoredEvent(row: EventRow): StoredEvent {
  return {
    position: row.position,
    stream: row.name,
    revision: row.revision,
    id: toUuid(row.event_id),
    type: row.type,
    schemaVersion: Number(row.schema_version),
    data: row.data,
    metadata: row.metadata,
    recordedAt: Number(row.recorded_at),
    bookedAt: Number(row.booked_at),
  };
}

export function toPlace(row: PlaceRow): LogPlace {
  return {
    position: row.position,
    recordedAt: Number(row.recorded_at),
    bookedAt: Number(row.booked_at),
  };
}

export function fromUuid(id: string): Uint8Array {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function toUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${a}-${b}-${c}-${d}-${hex.slice(20)}`;
}
