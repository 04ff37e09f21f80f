import { decodeCanonical } from '../canonical.ts';
import type { EventMetadata, RecordedEvent } from '../event-store.ts';
import { instant } from './execute-append.ts';
import { toPosition } from './position.ts';
import type { StoredEvent } from './sequenced-log.ts';

/** The event as readers get it: bytes as stored, and their decoded values. */
export function toRecordedEvent(stored: StoredEvent): RecordedEvent {
  return {
    id: stored.id,
    stream: stored.stream,
    revision: stored.revision,
    position: toPosition(stored.position),
    type: stored.type,
    schemaVersion: stored.schemaVersion,
    data: decodeCanonical(stored.data),
    metadata: decodeCanonical(stored.metadata) as EventMetadata,
    dataBytes: stored.data,
    metadataBytes: stored.metadata,
    recordedAt: instant(stored.recordedAt),
    bookedAt: instant(stored.bookedAt),
  };
}
