import type { Position, StoredBytes } from '../event-store.ts';
import { toPosition } from '../log/position.ts';
import { sameInstant } from '../log/recorded-event.ts';
import type { PlacedEvent } from '../log/sequenced-log.ts';

/** Who follows at the heels of the writer is hardly ever further behind. */
const MOST_EVENTS = 512;
const MOST_BYTES = 4 * 1024 * 1024;

type DatedEvent = PlacedEvent & { readonly effectiveOn: string };

/** The events that were committed last, one right behind the other, so that nobody reads them again who only needs their bytes. */
export class NewestEvents {
  readonly #events: DatedEvent[] = [];
  /** Position of the first of them. */
  #first = 0n;
  #bytes = 0;

  /** Adds events that a commit made durable, the last of them at this position. */
  add(events: readonly PlacedEvent[], last: bigint): void {
    const first = last - BigInt(events.length) + 1n;
    if (first !== this.#first + BigInt(this.#events.length)) this.#forget(first);
    for (const event of events) {
      if (!isDated(event)) return this.#forget(last + 1n);
      this.#events.push(event);
      this.#bytes += bytesOf(event);
    }
    while (this.#events.length > MOST_EVENTS || this.#bytes > MOST_BYTES) this.#drop();
  }

  /** At most so many of those right behind a position; none where they are not, or no longer, at hand. */
  after(position: bigint, limit: number): StoredBytes[] {
    const from = Number(position + 1n - this.#first);
    if (from < 0) return [];
    return this.#events
      .slice(from, from + limit)
      .map((event, index) => storedBytes(event, toPosition(position + 1n + BigInt(index))));
  }

  /** What comes next stands at that position. */
  #forget(first: bigint): void {
    this.#events.length = 0;
    this.#first = first;
    this.#bytes = 0;
  }

  #drop(): void {
    const event = this.#events.shift();
    if (!event) return;
    this.#first += 1n;
    this.#bytes -= bytesOf(event);
  }
}

const isDated = (event: PlacedEvent): event is DatedEvent => event.effectiveOn !== undefined;

const bytesOf = ({ data, metadata }: PlacedEvent): number => data.length + metadata.length;

function storedBytes(event: DatedEvent, position: Position): StoredBytes {
  return {
    id: event.id,
    stream: event.stream,
    revision: event.revision,
    position,
    type: event.type,
    schemaVersion: event.schemaVersion,
    metadata: { effectiveOn: event.effectiveOn },
    dataBytes: event.data,
    metadataBytes: event.metadata,
    recordedAt: sameInstant(event.recordedAt),
    bookedAt: sameInstant(event.bookedAt),
  };
}
