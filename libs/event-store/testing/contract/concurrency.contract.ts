import { expect } from '@jest/globals';
import { WrongExpectedRevision } from '../../src/errors.ts';
import type { EventStore, ExpectedRevision, RecordedEvent } from '../../src/event-store.ts';
import type { ContractCases } from '../event-store-contract.ts';
import { collect, documentOf, posting, reasonsIn } from '../samples.ts';

const CLERKS = 50;

export const concurrencyContract: ContractCases = {
  'of 50 clerks posting at the same revision exactly one wins, and the others learn the true one': async (
    open,
  ) => {
    const { store } = await open();
    let expected: ExpectedRevision = 'none';
    for (let round = 0n; round < 5n; round += 1n) {
      const attempts = Array.from({ length: CLERKS }, (_, clerk) =>
        store.append({ stream: 'account-1', expected, events: [posting(`round-${round}-clerk-${clerk}`)] }),
      );
      const outcomes = await Promise.allSettled(attempts);
      const lost = reasonsIn(outcomes);
      expect(lost).toHaveLength(CLERKS - 1);
      for (const reason of lost) {
        expect(reason).toBeInstanceOf(WrongExpectedRevision);
        expect(reason).toMatchObject({ actual: round });
      }
      expected = round;
    }
    expect(await collect(store.readStream('account-1'))).toHaveLength(5);
  },

  '50 clerks who look again after a conflict all get through, one per revision': async (open) => {
    const { store } = await open();
    await Promise.all(
      Array.from({ length: CLERKS }, (_, clerk) => postWhenFree(store, 'account-1', `clerk-${clerk}`)),
    );
    const events = await collect(store.readStream('account-1'));
    expect(events.map((event) => event.revision)).toEqual(
      Array.from({ length: CLERKS }, (_, index) => BigInt(index)),
    );
    expect(new Set(events.map(documentOf)).size).toBe(CLERKS);
  },

  'a reader who follows while writers interleave misses nothing and sees the order of the log': async (
    open,
  ) => {
    const { store } = await open();
    const [writers, perWriter] = [8, 25];
    const followed = followUntil(store, writers * perWriter);
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let turn = 0; turn < perWriter; turn += 1) {
          const stream = turn % 5 === 0 ? 'account-shared' : `account-${writer}`;
          await postWhenFree(store, stream, `writer-${writer}-turn-${turn}`);
        }
      }),
    );
    expect(await followed).toEqual(await collect(store.readAll()));
  },
};

/** Posts one event; after a conflict at the revision that the store tells. */
async function postWhenFree(store: EventStore, stream: string, name: string): Promise<void> {
  const [last] = await collect(store.readStream(stream, { direction: 'backwards', limit: 1 }));
  let expected: ExpectedRevision = last?.revision ?? 'none';
  for (;;) {
    try {
      await store.append({ stream, expected, events: [posting(name)] });
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      expected = error.actual ?? 'none';
    }
  }
}

async function followUntil(store: EventStore, count: number): Promise<RecordedEvent[]> {
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'event') seen.push(message.event);
    if (seen.length === count) stop.abort();
  }
  return seen;
}
