import type { Instant } from '#kernel';
import { decodeCanonical } from '../canonical.ts';
import type { EventMetadata, RecordedEvent } from '../event-store.ts';
import { instant } from './execute-append.ts';
import { toPosition } from './position.ts';
import type { StoredEvent } from './sequenced-log.ts';

/** The event as readers get it: bytes as stored, and their decoded values. */
export function toRecordedEvent(stored: StoredEvent): RecordedEvent {
  const { data, metadata, text } = stored;
  return {
    id: stored.id,
    stream: stored.stream,
    revision: stored.revision,
    position: toPosition(stored.position),
    type: stored.type,
    schemaVersion: stored.schemaVersion,
    data: text ? JSON.parse(text.data) : decodeCanonical(data),
    metadata: (text ? JSON.parse(text.metadata) : decodeCanonical(metadata)) as EventMetadata,
    dataBytes: data,
    metadataBytes: metadata,
    recordedAt: sameInstant(stored.recordedAt),
    bookedAt: sameInstant(stored.bookedAt),
  };
}

let [lastMilliseconds, lastInstant] = [0, instant(0)];

/** Neighbours in a log often share their times: the last one is not formatted again. */
export function sameInstant(milliseconds: number): Instant {
  if (milliseconds !== lastMilliseconds) {
    lastInstant = instant(milliseconds);
    lastMilliseconds = milliseconds;
  }
  return lastInstant;
}
