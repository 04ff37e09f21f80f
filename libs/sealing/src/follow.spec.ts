import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { follow } from './follow.ts';
import { SealedLedger } from './sealed.fixture.ts';

/** A timer that the test lets ring; it tells what is waited for. */
class Timer {
  readonly waits: number[] = [];
  #ring: (() => void) | undefined;
  #asked = Promise.withResolvers<number>();

  sleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    this.waits.push(milliseconds);
    const rung = new Promise<void>((resolve) => {
      this.#ring = resolve;
    });
    this.#asked.resolve(milliseconds);
    this.#asked = Promise.withResolvers();
    await Promise.race([rung, once(signal, 'abort')]);
  };

  /** The next time somebody waits. */
  next(): Promise<number> {
    return this.#asked.promise;
  }

  ring(): void {
    this.#ring?.();
  }
}

let ledger: SealedLedger;
let stop: AbortController;
let timer: Timer;
let following: Promise<void>;
beforeEach(() => {
  ledger = new SealedLedger({ every: { events: 100, seconds: 60 } });
  stop = new AbortController();
  timer = new Timer();
});
afterEach(async () => {
  stop.abort();
  await following;
  await ledger.remove();
});

function start(): void {
  following = follow(ledger.sealer, {
    logs: Object.values(ledger.logs),
    signal: stop.signal,
    sleep: timer.sleep,
  });
}

/** Looks until it is so; the timer of the test framework ends what never becomes so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a ledger that is served', () => {
  it('seals what was posted when its time has come, and waits for nothing when all is sealed', async () => {
    start();
    const waiting = timer.next();
    await ledger.post(3);
    expect(await waiting).toBe(60_000);
    expect(ledger.sizes()).toEqual([]);
    ledger.now += 60_000;
    timer.ring();
    await until(() => ledger.sizes().length === 1);
    expect(ledger.sizes()).toEqual([3]);
  });

  it('waits for the rest of the time since the first event that is not sealed', async () => {
    await ledger.post(1);
    ledger.now += 45_000;
    const waiting = timer.next();
    start();
    expect(await waiting).toBe(15_000);
  });

  it('seals as soon as there are enough events, without waiting', async () => {
    start();
    await ledger.post(250);
    await until(() => ledger.sizes().length === 2);
    expect(ledger.sizes()).toEqual([100, 200]);
  });

  it('seals a change of who may do what in its time', async () => {
    start();
    const waiting = timer.next();
    await ledger.post(1, { log: 'access' });
    await waiting;
    ledger.now += 60_000;
    timer.ring();
    await until(() => ledger.sizes().length === 1);
    expect(ledger.seals.latest()).toMatchObject({ size: 0, accessSize: 1 });
  });
});
