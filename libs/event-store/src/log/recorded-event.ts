import { type Instant, messageOf, UnreadableEvent } from '#kernel/folding';
import { decodeCanonical } from '../canonical.ts';
import type { EventMetadata, RecordedEvent } from '../event-store.ts';
import { instant } from './execute-append.ts';
import { toPosition } from './position.ts';
import type { StoredEvent } from './sequenced-log.ts';

/**
 * The event as readers get it: bytes as stored, and their decoded values. Bytes that are damaged stand in nobody's way who does
 * not look at what they said; whoever does meets `UnreadableEvent`.
 */
export function toRecordedEvent(stored: StoredEvent): RecordedEvent {
  const { data, metadata, text } = stored;
  try {
    return recorded(
      stored,
      text ? JSON.parse(text.data) : decodeCanonical(data),
      text ? JSON.parse(text.metadata) : decodeCanonical(metadata),
    );
  } catch {
    return damaged(stored);
  }
}

const recorded = (stored: StoredEvent, data: unknown, metadata: unknown): RecordedEvent => ({
  id: stored.id,
  stream: stored.stream,
  revision: stored.revision,
  position: toPosition(stored.position),
  type: stored.type,
  schemaVersion: stored.schemaVersion,
  data,
  metadata: metadata as EventMetadata,
  dataBytes: stored.data,
  metadataBytes: stored.metadata,
  recordedAt: sameInstant(stored.recordedAt),
  bookedAt: sameInstant(stored.bookedAt),
});

/** Each part gives what it says, or says that it is damaged. */
function damaged(stored: StoredEvent): RecordedEvent {
  const event = recorded(stored, undefined, undefined);
  const reading = (part: 'data' | 'metadata') => (): unknown => {
    try {
      return decodeCanonical(stored[part]);
    } catch (cause) {
      throw new UnreadableEvent(`the bytes of its ${part} are damaged: ${messageOf(cause)}`, event, {
        cause,
      });
    }
  };
  return Object.defineProperties(event, {
    data: { enumerable: true, get: reading('data') },
    metadata: { enumerable: true, get: reading('metadata') },
  });
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
