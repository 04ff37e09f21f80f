import type { RecordedEvent } from '#event-store';
import { hashFieldsHex } from './length-prefixed.ts';

const HEAD = Buffer.from('obligo/event/1\n');

/** What an event says, before the store has given it a place or a time. */
export type DigestedEvent = Pick<
  RecordedEvent,
  'stream' | 'revision' | 'id' | 'type' | 'schemaVersion' | 'dataBytes' | 'metadataBytes'
>;

/**
 * The SHA-256 of an event as 64 hex digits: the link that the next event of its stream carries as
 * `metadata.previous`. It holds nothing that the store decides, so that a writer knows it before the append.
 */
export function eventDigest(event: DigestedEvent): string {
  return hashFieldsHex(HEAD, [
    event.stream,
    String(event.revision),
    event.id,
    event.type,
    String(event.schemaVersion),
    event.dataBytes,
    event.metadataBytes,
  ]);
}
