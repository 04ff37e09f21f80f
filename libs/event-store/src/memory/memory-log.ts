import { decodeCanonical } from '../canonical.ts';
import type { RecordedCommand } from '../event-store.ts';
import { instant } from '../log/execute-append.ts';
import { fromPosition, toPosition } from '../log/position.ts';
import type { PreparedCommand } from '../log/prepared-append.ts';
import {
  COMMAND_PAGE,
  PAGE_EVENTS,
  type LogPlace,
  type Page,
  type PageRequest,
  type PlacedEvent,
  type SequencedLog,
  type StoredEvent,
  type StreamPageRequest,
} from '../log/sequenced-log.ts';

/** A log that lives as long as the process. Position n stands at index n − 1. */
export class MemoryLog implements SequencedLog {
  readonly #events: StoredEvent[] = [];
  readonly #byId = new Map<string, StoredEvent>();
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #commands = new Map<string, RecordedCommand>();

  findCommand(key: string): RecordedCommand | undefined {
    return this.#commands.get(key);
  }

  commandsAfter(position: bigint): readonly RecordedCommand[] {
    // They were recorded in the order of their positions.
    const later = [...this.#commands.values()].filter((one) => fromPosition(one.position) > position);
    return later.slice(0, COMMAND_PAGE);
  }

  findEvent(id: string): StoredEvent | undefined {
    return this.#byId.get(id);
  }

  lastRevision(stream: string): bigint | undefined {
    return this.#streams.get(stream)?.at(-1)?.revision;
  }

  placeAfter(position: bigint): LogPlace | undefined {
    return this.#events[this.#indexOf(position + 1n)];
  }

  placeUpTo(position?: bigint): LogPlace | undefined {
    if (position === undefined) return this.#events.at(-1);
    return position < 1n
      ? undefined
      : this.#events[Math.min(this.#indexOf(position), this.#events.length - 1)];
  }

  page({ above = 0n, below, direction, limit, matches }: PageRequest): Page {
    const start = this.#indexOf(above + 1n);
    const end =
      below === undefined ? this.#events.length : Math.min(this.#indexOf(below), this.#events.length);
    return pageOf(stretch(this.#events, start, end, direction), limit, matches);
  }

  streamPage({ stream, from, direction, limit }: StreamPageRequest): Page {
    const events = this.#streams.get(stream) ?? [];
    const [start, end] =
      direction === 'forwards'
        ? [Number(from ?? 0n), events.length]
        : [0, from === undefined ? events.length : Math.min(Number(from) + 1, events.length)];
    return pageOf(stretch(events, start, end, direction), limit, () => true);
  }

  write(events: readonly PlacedEvent[], command: PreparedCommand | undefined): bigint {
    for (const placed of events) {
      const event = { ...placed, position: BigInt(this.#events.length + 1) };
      this.#events.push(event);
      this.#byId.set(event.id, event);
      const stream = this.#streams.get(event.stream) ?? [];
      stream.push(event);
      this.#streams.set(event.stream, stream);
    }
    const position = BigInt(this.#events.length);
    const recordedAt = events.at(-1)?.recordedAt;
    if (command && recordedAt !== undefined) this.#record(command, position, recordedAt);
    return position;
  }

  #record(command: PreparedCommand, position: bigint, recordedAt: number): void {
    const { key, inputHash } = command;
    const answer = decodeCanonical(command.answer);
    const recorded = {
      key,
      inputHash,
      answer,
      position: toPosition(position),
      recordedAt: instant(recordedAt),
    };
    this.#commands.set(key, recorded);
  }

  #indexOf(position: bigint): number {
    return Number(position) - 1;
  }
}

/** At most one page of what lies between two indexes, in the order of reading. */
function stretch<T>(
  events: readonly T[],
  start: number,
  end: number,
  direction: 'forwards' | 'backwards',
): T[] {
  return direction === 'forwards'
    ? events.slice(start, Math.min(end, start + PAGE_EVENTS))
    : events.slice(Math.max(start, end - PAGE_EVENTS), Math.max(start, end)).reverse();
}

function pageOf(candidates: readonly StoredEvent[], limit: number, matches: PageRequest['matches']): Page {
  const events: StoredEvent[] = [];
  for (const [index, event] of candidates.entries()) {
    if (matches(event.stream, event.type)) events.push(event);
    if (events.length >= limit || index + 1 >= PAGE_EVENTS)
      return { events, end: event.position, more: true };
  }
  return { events, end: candidates.at(-1)?.position, more: false };
}
