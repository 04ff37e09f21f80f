import type { RecordedEvent } from '#event-store';
import type { DigestedEvent } from './event-digest.ts';
import { hashFields } from './length-prefixed.ts';

const HEAD = Buffer.from('\0obligo/leaf/1\n');

/** An event with all that the log knows of it; its business date is taken from its metadata. */
export type LeafEvent = DigestedEvent &
  Pick<RecordedEvent, 'recordedAt' | 'bookedAt'> & { readonly metadata: { readonly effectiveOn: string } };

/**
 * The hash of a leaf of the tree (RFC 6962, 2.1). The place of the leaf is its order in the log, from 0; the position
 * of the store is no part of it, since it changes when a log moves to another store.
 */
export function leafHash(event: LeafEvent): Buffer {
  return hashFields(HEAD, [
    event.stream,
    String(event.revision),
    event.id,
    event.type,
    String(event.schemaVersion),
    event.metadata.effectiveOn,
    event.recordedAt,
    event.bookedAt,
    event.dataBytes,
    event.metadataBytes,
  ]);
}
