import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { Sealer } from './sealer.ts';
import { SLICE } from './sealer-options.ts';

export interface FollowOptions {
  readonly logs: readonly EventStore[];
  /** Ends it, without an error. */
  readonly signal: AbortSignal;
  /** Waits, or until the signal aborts; the timer of the machine when absent. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** Tells that a log has grown without reading it: the sealer reads for itself. */
const NO_EVENT = { types: [] } as const;
/** Many postings fit between two looks. */
const PAUSE_MS = 20;
/** Postings come first: sealing takes at most a tenth of the thread. */
const REST = 9;

/** Seals while the logs grow: every so many events, and so many seconds after the first that is not sealed. */
export async function follow(sealer: Sealer, { logs, signal, sleep = timer }: FollowOptions): Promise<void> {
  const bell = new Bell();
  const listening = logs.map((log) => listen(log, bell, signal));
  let cost = Infinity;
  try {
    while (!signal.aborted) {
      const news = bell.next();
      const start = performance.now();
      const read = await sealer.slice();
      // The least of late: what is measured holds the time that others took meanwhile.
      if (read > 0) cost = Math.min(cost * 1.1, (performance.now() - start) / read);
      if (read < SLICE) await untilNewsOrDue(sealer, news, signal, sleep);
      await timer(Math.max(PAUSE_MS, read === 0 ? 0 : REST * cost * read), signal);
    }
  } finally {
    bell.ring();
    await Promise.all(listening);
  }
}

async function untilNewsOrDue(
  sealer: Sealer,
  news: Promise<unknown>,
  signal: AbortSignal,
  sleep: NonNullable<FollowOptions['sleep']>,
): Promise<void> {
  const over = new AbortController();
  const patience = sealer.publication.lag > 0 ? sealer.every.seconds * 1000 : undefined;
  const waits = [sealer.dueIn(), patience].filter((wait) => wait !== undefined);
  const ended = AbortSignal.any([signal, over.signal]);
  const due = waits.length === 0 ? aborted(ended) : sleep(Math.min(...waits), ended);
  await Promise.race([news, due]);
  over.abort();
  await sealer.sealDue();
  // A place that could not be reached is tried again.
  if (sealer.publication.lag > 0) void sealer.publication.publish();
}

/** Rings whenever the log has grown. */
async function listen(log: EventStore, bell: Bell, signal: AbortSignal): Promise<void> {
  const after = await log.head();
  const news = log.subscribe({ ...(after === undefined ? {} : { after }), filter: NO_EVENT, signal });
  for await (const { kind } of news) if (kind !== 'fell-behind') bell.ring();
}

class Bell {
  #next = Promise.withResolvers<undefined>();

  next(): Promise<unknown> {
    return this.#next.promise;
  }

  ring(): void {
    this.#next.resolve(undefined);
    this.#next = Promise.withResolvers();
  }
}

const timer = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  pause(milliseconds, undefined, { signal }).catch(() => undefined);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
