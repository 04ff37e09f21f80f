import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  ReadAllOptions,
  ReadCommandsOptions,
  ReadStreamOptions,
  RecordedCommand,
  RecordedEvent,
} from '../event-store.ts';
import { matcherOf } from './event-filter.ts';
import { fromPosition } from './position.ts';
import { toRecordedEvent } from './recorded-event.ts';
import { PAGE_EVENTS, type Page, type PageRequest, type SequencedLog } from './sequenced-log.ts';

/** Where readers get the log from; it may be reopened between two pages, or be closed (then it throws). */
export type LogAccess = () => SequencedLog;

/** Reads the log event by event, up to what was there when the reading began. */
export async function* readAll(access: LogAccess, options: ReadAllOptions): AsyncGenerator<RecordedEvent> {
  for await (const page of storedPages(access, options)) yield* deliver(page, options.signal);
}

/** What `readAll` gives, page by page: no event has a turn of its own. */
export async function* readPages(
  access: LogAccess,
  options: ReadAllOptions,
): AsyncGenerator<readonly RecordedEvent[]> {
  for await (const page of storedPages(access, options)) {
    if (page.events.length > 0) yield page.events.map(toRecordedEvent);
  }
}

async function* storedPages(access: LogAccess, options: ReadAllOptions): AsyncGenerator<Page> {
  const { direction = 'forwards', signal, filter, pageEvents = PAGE_EVENTS } = options;
  let { above, below } = boundsOf(access(), options);
  let left = options.limit ?? Infinity;
  while (left > 0) {
    signal?.throwIfAborted();
    const limit = Math.min(left, pageEvents, PAGE_EVENTS);
    const request: PageRequest = { above, below, direction, limit, matches: matcherOf(filter) };
    const page = access().page(request);
    yield page;
    left -= page.events.length;
    if (!page.more || page.end === undefined) return;
    if (direction === 'forwards') above = page.end;
    else below = page.end;
    await nextTurn();
  }
}

/** Reads one stream in bounded pages. */
export async function* readStream(
  access: LogAccess,
  stream: string,
  options: ReadStreamOptions,
): AsyncGenerator<RecordedEvent> {
  const { direction = 'forwards', signal } = options;
  let from = options.from;
  let left = options.limit ?? Infinity;
  while (left > 0) {
    signal?.throwIfAborted();
    const page = access().streamPage({ stream, from, direction, limit: Math.min(left, PAGE_EVENTS) });
    yield* deliver(page, signal);
    left -= page.events.length;
    const last = page.events.at(-1);
    if (!page.more || !last) return;
    from = direction === 'forwards' ? last.revision + 1n : last.revision - 1n;
    if (from < 0n) return;
    await nextTurn();
  }
}

/** Reads the recorded commands in bounded pages, by the position of their last event. */
export async function* readCommands(
  access: LogAccess,
  options: ReadCommandsOptions,
): AsyncGenerator<RecordedCommand> {
  let after = options.after === undefined ? 0n : fromPosition(options.after);
  for (;;) {
    const page = access().commandsAfter(after);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = fromPosition(last.position);
    await nextTurn();
  }
}

/** `after` is where the reader stands, whichever way it goes; `upTo` is the newest event it may see. */
function boundsOf(log: SequencedLog, options: ReadAllOptions): Pick<PageRequest, 'above' | 'below'> {
  const after = options.after === undefined ? undefined : fromPosition(options.after);
  const newest = log.placeUpTo(options.upTo === undefined ? undefined : fromPosition(options.upTo));
  const end = (newest?.position ?? 0n) + 1n;
  if (options.direction !== 'backwards') return { above: after, below: end };
  return { above: undefined, below: after !== undefined && after < end ? after : end };
}

function* deliver(page: Page, signal: AbortSignal | undefined): Generator<RecordedEvent> {
  for (const stored of page.events) {
    signal?.throwIfAborted();
    yield toRecordedEvent(stored);
  }
}
