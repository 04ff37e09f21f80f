import { expect } from '@jest/globals';
import { InvalidAppend, StoreClosed, TooLarge, WrongExpectedRevision } from '../../src/errors.ts';
import type { NewEvent } from '../../src/event-store.ts';
import type { ContractCases } from '../event-store-contract.ts';
import { collect, documentsIn, posting, postings, rejectionOf } from '../samples.ts';

export const appendingContract: ContractCases = {
  'numbers the events of a stream from 0 and tells where the last one stands': async (open) => {
    const { store } = await open();
    const first = await store.append({ stream: 'account-1', expected: 'none', events: postings('a', 2) });
    const second = await store.append({ stream: 'account-1', expected: 1n, events: postings('b', 1) });
    expect(first.revisions).toEqual(new Map([['account-1', 1n]]));
    expect(second.revisions).toEqual(new Map([['account-1', 2n]]));
    expect(second.deduplicated).toBe(false);
    expect(await store.head()).toBe(second.position);
    const events = await collect(store.readStream('account-1'));
    expect(events.map((event) => event.revision)).toEqual([0n, 1n, 2n]);
    expect(events.at(-1)).toMatchObject({
      ...posting('b-0'),
      stream: 'account-1',
      recordedAt: second.recordedAt,
    });
  },

  'refuses to open an account twice and tells the revision it has': async (open) => {
    const { store } = await open();
    await store.append({ stream: 'account-1', expected: 'none', events: postings('a', 3) });
    const again = store.append({ stream: 'account-1', expected: 'none', events: postings('b', 1) });
    expect(await rejectionOf(again)).toMatchObject({
      name: 'WrongExpectedRevision',
      stream: 'account-1',
      actual: 2n,
    });
    expect(await documentsIn(store)).toEqual(['a-0', 'a-1', 'a-2']);
  },

  'refuses a revision that is behind, ahead, or of a stream that has nothing': async (open) => {
    const { store } = await open();
    await store.append({ stream: 'account-1', expected: 'none', events: postings('a', 2) });
    const at = (stream: string, expected: bigint) =>
      rejectionOf(store.append({ stream, expected, events: postings('b', 1) }));
    for (const expected of [0n, 2n]) {
      const error = await at('account-1', expected);
      expect(error).toBeInstanceOf(WrongExpectedRevision);
      expect(error).toMatchObject({ actual: 1n });
    }
    expect(await at('account-2', 0n)).toMatchObject({ name: 'WrongExpectedRevision', actual: undefined });
    expect(await collect(store.readStream('account-2'))).toEqual([]);
  },

  'refuses an append without a write and a write without an event': async (open) => {
    const { store } = await open();
    const empty = store.append({ stream: 'account-1', expected: 'none', events: [] });
    expect(await rejectionOf(empty)).toBeInstanceOf(InvalidAppend);
    expect(await rejectionOf(store.appendMany([], []))).toBeInstanceOf(InvalidAppend);
    const half = [
      { stream: 'account-1', expected: 'none', events: postings('a', 1) },
      { stream: 'account-2', expected: 'none', events: [] },
    ] as const;
    expect(await rejectionOf(store.appendMany(half, []))).toBeInstanceOf(InvalidAppend);
    expect(await store.head()).toBeUndefined();
  },

  'refuses an event that is malformed or stands twice in the append': async (open) => {
    const { store } = await open();
    const refused = async (...events: NewEvent[]) =>
      expect(
        await rejectionOf(store.append({ stream: 'account-1', expected: 'none', events })),
      ).toBeInstanceOf(InvalidAppend);
    await refused(posting('a', { id: 'not-a-uuid' }));
    await refused(posting('a', { type: '' }));
    await refused(posting('a', { schemaVersion: 0 }));
    await refused(posting('a', { data: { amount: 15033400.5 } }));
    await refused(posting('a'), posting('a'));
    expect(await store.head()).toBeUndefined();
  },

  'refuses what is larger than it says it takes, and takes what just fits': async (open) => {
    const { store } = await open();
    const limit = store.capabilities.maxEventBytes;
    const write = (events: NewEvent[]) => store.append({ stream: 'account-1', expected: 'none', events });
    expect(await rejectionOf(write([sized(limit + 1)]))).toBeInstanceOf(TooLarge);
    expect(await store.head()).toBeUndefined();
    await write([sized(limit)]);
    const [stored] = await collect(store.readStream('account-1'));
    expect((stored?.dataBytes.length ?? 0) + (stored?.metadataBytes.length ?? 0)).toBe(limit);
  },

  'takes nothing more once it is closed': async (open) => {
    const { store } = await open();
    await store.close();
    const late = store.append({ stream: 'account-1', expected: 'none', events: postings('a', 1) });
    expect(await rejectionOf(late)).toBeInstanceOf(StoreClosed);
    expect(await rejectionOf(store.head())).toBeInstanceOf(StoreClosed);
    expect(await rejectionOf(collect(store.readAll()))).toBeInstanceOf(StoreClosed);
    await store.close();
  },
};

/** An event of exactly so many bytes of data and metadata together. */
function sized(bytes: number): NewEvent {
  const event = posting('large', { data: { note: '' } });
  const rest = JSON.stringify(event.data).length + JSON.stringify(event.metadata).length;
  return { ...event, data: { note: 'x'.repeat(bytes - rest) } };
}
