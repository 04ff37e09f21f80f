import { expect } from '@jest/globals';
import { StoreClosed } from '../../src/errors.ts';
import type { EventStore, SubscribeOptions, SubscriptionMessage } from '../../src/event-store.ts';
import type { ContractCases } from '../event-store-contract.ts';
import { documentOf, postings, rejectionOf } from '../samples.ts';

const write = (store: EventStore, stream: string, prefix: string, count: number) =>
  store.append({ stream, expected: 'none', events: postings(prefix, count) });

/** Follows the log; `until` sees each message as a word and says when to stop. */
async function follow(
  store: EventStore,
  until: (word: string, soFar: readonly string[]) => boolean | Promise<boolean>,
  options: Omit<SubscribeOptions, 'signal'> = {},
): Promise<string[]> {
  const stop = new AbortController();
  const words: string[] = [];
  for await (const message of store.subscribe({ ...options, signal: stop.signal })) {
    words.push(wordFor(message));
    if (await until(wordFor(message), words)) stop.abort();
  }
  return words;
}

const wordFor = (message: SubscriptionMessage) =>
  message.kind === 'event' ? documentOf(message.event) : message.kind;

export const subscribingContract: ContractCases = {
  'says at once that an empty log is caught up, then delivers what comes': async (open) => {
    const { store } = await open();
    const words = await follow(store, async (word) => {
      if (word === 'caught-up') void write(store, 'account-1', 'live', 2);
      return word === 'live-1';
    });
    expect(words).toEqual(['caught-up', 'live-0', 'live-1']);
  },

  'delivers the past first, and resumes after a position': async (open) => {
    const { store } = await open();
    const { position } = await write(store, 'account-1', 'old', 2);
    await write(store, 'account-2', 'new', 2);
    const caughtUp = (word: string) => word === 'caught-up';
    expect(await follow(store, caughtUp)).toEqual(['old-0', 'old-1', 'new-0', 'new-1', 'caught-up']);
    expect(await follow(store, caughtUp, { after: position })).toEqual(['new-0', 'new-1', 'caught-up']);
  },

  'gives safe places to resume from when nothing matches': async (open) => {
    const { store } = await open();
    const { position } = await write(store, 'account-1', 'other', 3);
    const stop = new AbortController();
    const filter = { streamPrefixes: ['kpi-'] };
    const messages: SubscriptionMessage[] = [];
    for await (const message of store.subscribe({ filter, signal: stop.signal })) {
      messages.push(message);
      if (message.kind === 'caught-up') stop.abort();
    }
    expect(messages).toEqual([
      { kind: 'checkpoint-reached', position },
      { kind: 'caught-up', position },
    ]);
  },

  'moves the checkpoint on while others write, and delivers the match': async (open) => {
    const { store } = await open();
    const filter = { streamPrefixes: ['kpi-'] };
    const words = await follow(
      store,
      async (word) => {
        if (word === 'caught-up') void write(store, 'account-1', 'other', 1);
        if (word === 'checkpoint-reached') void write(store, 'kpi-1', 'kpi', 1);
        return word === 'kpi-0';
      },
      { filter },
    );
    expect(words).toEqual(['caught-up', 'checkpoint-reached', 'kpi-0']);
  },

  'tells who wants no event that the log has grown, once for all that came while it was busy': async (
    open,
  ) => {
    const { store } = await open();
    await write(store, 'account-1', 'old', 1_500);
    const filter = { types: [] };
    const words = await follow(
      store,
      async (word, soFar) => {
        if (word === 'caught-up') await write(store, 'account-2', 'new', 1);
        if (soFar.length === 3) await write(store, 'account-3', 'newer', 1_500);
        return soFar.length === 4;
      },
      { filter },
    );
    expect(words).toEqual(['checkpoint-reached', 'caught-up', 'checkpoint-reached', 'checkpoint-reached']);
  },

  'tells a slow reader that it fell behind, and loses nothing': async (open) => {
    const { store } = await open();
    let written = false;
    const words = await follow(store, async (word, soFar) => {
      if (word === 'caught-up' && !written) {
        written = true;
        await write(store, 'account-1', 'doc', 3_000);
      }
      return soFar.filter((one) => one === 'caught-up').length === 2;
    });
    const events = postings('doc', 3_000).map((_, index) => `doc-${index}`);
    expect(words).toEqual(['caught-up', 'fell-behind', ...events, 'caught-up']);
  },

  'waits for the reader before it delivers the next event': async (open) => {
    const { store } = await open();
    await write(store, 'account-1', 'doc', 5);
    let busy = 0;
    await follow(store, async (word) => {
      busy += 1;
      expect(busy).toBe(1);
      await store.head();
      busy -= 1;
      return word === 'caught-up';
    });
  },

  'serves several readers at once': async (open) => {
    const { store } = await open();
    const readers = [1, 2, 3].map(() => follow(store, (word) => word === 'doc-4'));
    await write(store, 'account-1', 'doc', 5);
    for (const words of await Promise.all(readers)) {
      expect(words.filter((word) => word.startsWith('doc-'))).toHaveLength(5);
    }
  },

  'ends without an error when the reader is told to stop while it waits': async (open) => {
    const { store } = await open();
    const stop = new AbortController();
    const reader = store.subscribe({ signal: stop.signal })[Symbol.asyncIterator]();
    expect(await reader.next()).toMatchObject({ value: { kind: 'caught-up' } });
    const waiting = reader.next();
    stop.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    const late = store.subscribe({ signal: stop.signal })[Symbol.asyncIterator]();
    expect(await late.next()).toEqual({ done: true, value: undefined });
  },

  'tells a waiting reader that the store was closed': async (open) => {
    const { store } = await open();
    const reader = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
    await reader.next();
    const waiting = reader.next();
    await store.close();
    expect(await rejectionOf(waiting)).toBeInstanceOf(StoreClosed);
  },
};
