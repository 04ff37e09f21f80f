import { eventDigest } from '#audit-trail';
import { encodeForAppend, type ExpectedRevision, type NewEvent } from '#event-store';

/** Where a stream ends: its revision, and the digest of its last event. */
export interface StreamEnd {
  readonly revision: ExpectedRevision;
  /** 64 hex digits; nothing in a stream without events. */
  readonly digest: string | undefined;
}

/** The end of a stream that nothing was written to. */
export const NO_EVENTS: StreamEnd = { revision: 'none', digest: undefined };

/**
 * Links events to the end of their stream: each carries the digest of the one before it as `metadata.previous`
 * (docs/audit-trail-format.md). Gives them with the new end.
 */
export function linked(
  stream: string,
  end: StreamEnd,
  events: readonly NewEvent[],
): { readonly events: readonly NewEvent[]; readonly end: StreamEnd } {
  let { revision, digest } = end;
  const chained = events.map((event) => {
    const metadata = digest === undefined ? event.metadata : { ...event.metadata, previous: digest };
    revision = revision === 'none' ? 0n : revision + 1n;
    const link = { ...event, metadata };
    digest = eventDigest({
      stream,
      revision,
      id: event.id,
      type: event.type,
      schemaVersion: event.schemaVersion,
      dataBytes: encodeForAppend(event.data as object, `data of ${event.type}`),
      metadataBytes: encodeForAppend(metadata, `metadata of ${event.type}`),
    });
    return link;
  });
  return { events: chained, end: { revision, digest } };
}
