import { setTimeout as pause } from 'node:timers/promises';
import { Busy } from '#event-store';

/** What may be set for the pace of lanes; milliseconds. */
export interface Pace {
  /** How long this process may write one stream without a break. */
  readonly burst: number;
  /** The break that it then makes: between the least and the most, at random. */
  readonly rest: readonly [least: number, most: number];
  /** Commands that may wait for one stream. */
  readonly queue: number;
}

/** A quarter of a second is a hundred appends; the break is longer than an append takes. */
export const PACE: Pace = { burst: 250, rest: [15, 40], queue: 500 };

interface Lane {
  /** Settles when the lane is free for the next. */
  tail: Promise<unknown>;
  waiting: number;
  /** Since when it is busy without a break. */
  since: number;
}

/**
 * Lets one command at a time onto each stream, in the order in which they came. Who would write a stream without end
 * leaves it alone now and then: another process, whose copy of the log is always a little behind, would never come first.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #pace: Pace;

  constructor(pace: Pace = PACE) {
    this.#pace = pace;
  }

  /** Does the work when its turn has come on all these streams. Throws `Busy` when too many wait for one of them. */
  async take<T>(streams: readonly string[], work: () => Promise<T>): Promise<T> {
    const held: (() => void)[] = [];
    try {
      // In one order everywhere, so that no two wait for one another.
      for (const stream of [...new Set(streams)].sort()) held.push(await this.#enter(stream));
      return await work();
    } finally {
      for (const leave of held) leave();
    }
  }

  async #enter(stream: string): Promise<() => void> {
    const lane = this.#laneOf(stream);
    if (lane.waiting >= this.#pace.queue) throw new Busy(1_000);
    lane.waiting += 1;
    const before = lane.tail;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    lane.tail = promise;
    await before;
    await this.#rest(lane);
    return () => {
      lane.waiting -= 1;
      if (lane.waiting === 0) this.#lanes.delete(stream);
      resolve(undefined);
    };
  }

  #laneOf(stream: string): Lane {
    const found = this.#lanes.get(stream);
    if (found) return found;
    const lane = { tail: Promise.resolve(), waiting: 0, since: performance.now() };
    this.#lanes.set(stream, lane);
    return lane;
  }

  async #rest(lane: Lane): Promise<void> {
    const { burst, rest } = this.#pace;
    if (performance.now() - lane.since < burst) return;
    await pause(rest[0] + Math.random() * (rest[1] - rest[0]));
    lane.since = performance.now();
  }
}
