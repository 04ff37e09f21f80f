import {
  PAGE_BYTES,
  PAGE_EVENTS,
  type Page,
  type PageRequest,
  type StoredEvent,
} from '../log/sequenced-log.ts';
import { toStoredEvent, type BytesRow, type EventRow } from './event-row.ts';

/** Which events a page takes, and how many at most. */
export type PageEnd = Pick<PageRequest, 'limit' | 'matches'>;

/** Looks at rows until the page is full by matches, rows seen or bytes; the rest waits for the next page. */
export function pageOf(
  rows: Iterable<EventRow>,
  { limit, matches }: PageEnd,
  bytesAt: (position: bigint) => BytesRow,
): Page {
  const events: StoredEvent[] = [];
  let [end, seen, bytes] = [undefined as bigint | undefined, 0, 0];
  for (const row of rows) {
    const [position, stream, , , type, , , , dataLength, metadataLength] = row;
    end = position;
    seen += 1;
    bytes += dataLength + metadataLength;
    if (matches(stream, type)) events.push(toStoredEvent(row, bytesAt));
    const full = events.length >= limit || seen >= PAGE_EVENTS || bytes >= PAGE_BYTES;
    if (full) return { events, end, more: true };
  }
  return { events, end, more: false };
}
