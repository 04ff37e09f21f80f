import { expect } from '@jest/globals';
import type { EventStore, Position } from '../../src/event-store.ts';
import type { ContractCases, OpenStore } from '../event-store-contract.ts';
import { collect, documentOf, posting, postings, rejectionOf } from '../samples.ts';

/** Ten events alternating between two accounts and two types. */
async function tenEvents(open: OpenStore): Promise<{ store: EventStore; positions: Position[] }> {
  const { store } = await open();
  for (let index = 0; index < 10; index += 1) {
    const type = index % 3 === 0 ? 'CommitmentMade' : 'DisbursementPosted';
    const expected = index < 2 ? 'none' : BigInt(Math.floor(index / 2) - 1);
    const events = [posting(`doc-${index}`, { type })];
    await store.append({ stream: `account-${index % 2}`, expected, events });
  }
  return { store, positions: (await collect(store.readAll())).map((event) => event.position) };
}

const documents = async (events: ReturnType<EventStore['readAll']>) =>
  (await collect(events)).map(documentOf);
const docs = (...numbers: number[]) => numbers.map((number) => `doc-${number}`);

export const readingContract: ContractCases = {
  'reads one account forwards and backwards, from a revision, up to a number': async (open) => {
    const { store } = await tenEvents(open);
    expect(await documents(store.readStream('account-0'))).toEqual(docs(0, 2, 4, 6, 8));
    expect(await documents(store.readStream('account-0', { from: 2n, limit: 2 }))).toEqual(docs(4, 6));
    const backwards = { direction: 'backwards' } as const;
    expect(await documents(store.readStream('account-0', backwards))).toEqual(docs(8, 6, 4, 2, 0));
    expect(await documents(store.readStream('account-0', { ...backwards, from: 1n }))).toEqual(docs(2, 0));
    expect(await documents(store.readStream('account-0', { from: 5n }))).toEqual([]);
    expect(await documents(store.readStream('account-9'))).toEqual([]);
  },

  'resumes after every position, forwards and backwards': async (open) => {
    const { store, positions } = await tenEvents(open);
    const all = docs(...positions.keys());
    for (const [index, after] of positions.entries()) {
      expect(await documents(store.readAll({ after }))).toEqual(all.slice(index + 1));
      const backwards = store.readAll({ after, direction: 'backwards' });
      expect(await documents(backwards)).toEqual(all.slice(0, index).reverse());
    }
    expect(await documents(store.readAll({ direction: 'backwards' }))).toEqual(all.toReversed());
  },

  'reads what was known at a position, and no more': async (open) => {
    const { store, positions } = await tenEvents(open);
    const [upTo, after] = [positions[5], positions[2]];
    if (!upTo || !after) throw new Error('ten events are expected');
    expect(await documents(store.readAll({ upTo }))).toEqual(docs(0, 1, 2, 3, 4, 5));
    expect(await documents(store.readAll({ after, upTo }))).toEqual(docs(3, 4, 5));
    expect(await documents(store.readAll({ upTo, direction: 'backwards', limit: 2 }))).toEqual(docs(5, 4));
    expect(await documents(store.readAll({ after: upTo, upTo: after }))).toEqual([]);
    expect(await documents(store.readAll({ limit: 0 }))).toEqual([]);
  },

  'filters by the beginning of the stream name and by type': async (open) => {
    const { store } = await tenEvents(open);
    const filtered = (filter: object, limit?: number) =>
      documents(store.readAll({ filter, ...(limit !== undefined && { limit }) }));
    expect(await filtered({ streamPrefixes: ['account-1'] })).toEqual(docs(1, 3, 5, 7, 9));
    expect(await filtered({ streamPrefixes: ['kpi-', 'account-1'] }, 2)).toEqual(docs(1, 3));
    expect(await filtered({ types: ['CommitmentMade'] })).toEqual(docs(0, 3, 6, 9));
    expect(await filtered({ types: ['CommitmentMade'], streamPrefixes: ['account-0'] })).toEqual(docs(0, 6));
    expect(await filtered({ types: ['commitmentmade'] })).toEqual([]);
    expect(await filtered({ types: [] })).toEqual([]);
  },

  'reads a log of many pages without a gap': async (open) => {
    const { store } = await open();
    const events = postings('doc', 2_500);
    await store.append({ stream: 'account-1', expected: 'none', events });
    const all = docs(...events.keys());
    expect(await documents(store.readAll())).toEqual(all);
    expect(await documents(store.readAll({ direction: 'backwards' }))).toEqual(all.toReversed());
    expect(await documents(store.readStream('account-1'))).toEqual(all);
    const backwards = store.readStream('account-1', { direction: 'backwards', limit: 2_000 });
    expect(await documents(backwards)).toEqual(all.slice(500).reverse());
  },

  'reads in pages what it reads event by event': async (open) => {
    const { store } = await open();
    const events = [posting('other', { type: 'CommitmentMade' }), ...postings('doc', 2_500)];
    await store.append({ stream: 'account-1', expected: 'none', events });
    const after = (await collect(store.readAll({ limit: 1 })))[0]?.position;
    for (const options of [
      {},
      { after: after!, limit: 1_500 },
      { direction: 'backwards', limit: 3 },
      { filter: { types: ['CommitmentMade'] } },
      { filter: { types: [] } },
    ] as const) {
      const pages = await collect(store.readPages(options));
      expect(pages.flat()).toEqual(await collect(store.readAll(options)));
      expect(pages.every((page) => page.length > 0 && page.length <= 1_024)).toBe(true);
    }
    const short = await collect(store.readPages({ pageEvents: 200, limit: 500 }));
    expect(short.map((page) => page.length)).toEqual([200, 200, 100]);
    const late = collect(store.readPages({ signal: AbortSignal.abort() }));
    expect(await rejectionOf(late)).toMatchObject({ name: 'AbortError' });
  },

  'ends a reading at what was there when it began': async (open) => {
    const { store } = await open();
    await store.append({ stream: 'account-1', expected: 'none', events: postings('old', 3) });
    const seen: string[] = [];
    for await (const event of store.readAll()) {
      const expected = seen.length === 0 ? 'none' : BigInt(seen.length - 1);
      await store.append({ stream: 'account-2', expected, events: [posting(`new-${seen.length}`)] });
      seen.push(documentOf(event));
    }
    expect(seen).toEqual(['old-0', 'old-1', 'old-2']);
  },

  'stops a reading on request': async (open) => {
    const { store } = await tenEvents(open);
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of store.readAll({ signal: stop.signal })) {
        seen.push(documentOf(event));
        if (seen.length === 3) stop.abort();
      }
    })();
    expect(await rejectionOf(reading)).toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual(docs(0, 1, 2));
    const late = collect(store.readStream('account-0', { signal: AbortSignal.abort() }));
    expect(await rejectionOf(late)).toMatchObject({ name: 'AbortError' });
  },

  'orders positions by place and knows only those that exist': async (open) => {
    const { store, positions } = await tenEvents(open);
    const shuffled = positions.toReversed().sort((a, b) => store.comparePositions(a, b));
    expect(shuffled).toEqual(positions);
    for (const position of positions) {
      expect(store.comparePositions(position, position)).toBe(0);
      expect(await store.parsePosition(position)).toBe(position);
    }
    for (const text of [
      '',
      '0',
      '-1',
      '01',
      '1.0',
      '11',
      'abc',
      '99999999999999999999',
      '9999999999999999999',
    ]) {
      expect(await store.parsePosition(text)).toBeUndefined();
    }
  },
};
