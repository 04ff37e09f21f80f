import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from '@jest/globals';
import {
  collect,
  command,
  documentOf,
  documentsIn,
  posting,
  postings,
  rejectionOf,
} from '../../testing/samples.ts';
import { CommandAlreadyRecorded, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, ExpectedRevision } from '../event-store.ts';
import type { LogCases, LogUnderTest } from './remote.fixture.ts';

const eventsOf = (store: EventStore) => collect(store.readAll());

/** Waits until a store has come to a place, as a reader does who was told the place. */
async function hasReached(store: EventStore, count: number): Promise<void> {
  const stop = new AbortController();
  let seen = 0;
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'event') seen += 1;
    if (seen >= count) stop.abort();
  }
}

/** Posts one event at the end of an account, however often others come first. */
async function post(store: EventStore, stream: string, name: string): Promise<void> {
  for (;;) {
    const [last] = await collect(store.readStream(stream, { direction: 'backwards', limit: 1 }));
    const expected: ExpectedRevision = last?.revision ?? 'none';
    try {
      await store.append({ stream, expected, events: [posting(name)] }, command(name));
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

const two = async (log: LogUnderTest) => [await log.open(), await log.open()] as const;

/** What two stores with copies of their own, as in two processes, agree on. */
export const severalStores: LogCases = {
  'gives each event the same position, revision, times and bytes in every copy': async (log) => {
    const [one, other] = await two(log);
    const posts = Array.from({ length: 30 }, (_, index) =>
      post(index % 2 ? one : other, `account-${index % 3}`, `doc-${index}`),
    );
    await Promise.all(posts);
    await Promise.all([hasReached(one, 30), hasReached(other, 30)]);
    const events = await eventsOf(one);
    expect(events).toHaveLength(30);
    expect(await eventsOf(other)).toEqual(events);
    expect(await eventsOf(await log.open())).toEqual(events);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => String(index + 1)));
  },

  'records a command once that is sent to both at once, and gives both its answer': async (log) => {
    const [one, other] = await two(log);
    const send = (store: EventStore, account: string) =>
      store.append(
        { stream: account, expected: 'none', events: [posting(`by-${account}`)] },
        command('post-1', { account }),
      );
    const outcomes = await Promise.allSettled([send(one, 'account-1'), send(other, 'account-2')]);
    const [recorded] = outcomes.filter(({ status }) => status === 'fulfilled');
    const [lost] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(recorded).toBeDefined();
    expect(lost).toBeInstanceOf(CommandAlreadyRecorded);
    const documents = await documentsIn(one);
    expect(documents).toHaveLength(1);
    expect(lost).toMatchObject({ recorded: { answer: { account: documents[0]?.replace('by-', '') } } });
  },

  'lets one of two win that post over the same accounts, the other way round': async (log) => {
    const [one, other] = await two(log);
    const transfer = (store: EventStore, from: string, to: string) =>
      store.appendMany(
        [
          { stream: from, expected: 'none', events: [posting(`out-${from}`)] },
          { stream: to, expected: 'none', events: [posting(`in-${from}`)] },
        ],
        [],
        command(`transfer-${from}`),
      );
    const outcomes = await Promise.allSettled([
      transfer(one, 'account-a', 'account-b'),
      transfer(other, 'account-b', 'account-a'),
    ]);
    const statuses = outcomes.map(({ status }) => status).toSorted();
    expect(statuses).toEqual(['fulfilled', 'rejected']);
    const events = await eventsOf(await log.open());
    expect(events).toHaveLength(2);
    expect(new Set(events.map((event) => documentOf(event).slice(-1))).size).toBe(1);
  },

  'never lets both of two through that check what the other writes': async (log) => {
    const [one, other] = await two(log);
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [`account-a${round}`, `account-b${round}`];
      const write = (store: EventStore, stream: string, check: string) =>
        store.appendMany(
          [{ stream, expected: 'none', events: [posting(`doc-${stream}`)] }],
          [{ stream: check, expected: 'none' }],
        );
      const outcomes = await Promise.allSettled([write(one, a, b), write(other, b, a)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    }
  },

  'goes on from its checkpoint after every event, and makes a lost copy anew': async (log) => {
    const [one] = await two(log);
    const dir = log.folder();
    for (let index = 0; index < 6; index += 1) {
      await post(one, `account-${index % 2}`, `doc-${index}`);
      const behind = await log.open({}, dir);
      expect(await eventsOf(behind)).toEqual(await eventsOf(one));
      expect(await behind.findCommand(command(`doc-${index}`).key)).toEqual(
        await one.findCommand(command(`doc-${index}`).key),
      );
      await behind.close();
    }
  },

  'is not as far behind as the last event of a quiet ledger is old, when something comes': async (log) => {
    const hourAgo = () => Date.now() - 3_600_000;
    const [writer, reader] = [await log.open({ clock: hourAgo }), await log.open()];
    const lags: number[] = [];
    for (let round = 0; lags.length === 0 && round < 50; round += 1) {
      const events = postings(`round-${round}`, 300);
      const writing = writer.append({ stream: `account-${round}`, expected: 'none', events });
      const head = BigInt((round + 1) * 300);
      while (BigInt((await reader.head()) ?? 0) < head) {
        const { state, lagMs = 0 } = reader.standing();
        // The first round is what the reader begins with.
        if (round > 0 && state === 'catching-up') lags.push(lagMs);
        await nextTurn();
      }
      await writing;
    }
    expect(lags.length).toBeGreaterThan(0);
    expect(Math.max(...lags)).toBeLessThan(60_000);
  },

  'is not taken for one without a server because others write more at once than it is sent': async (log) => {
    const [writer, reader] = await two(log);
    const states = new Set<string>();
    const over = new AbortController();
    const watching = (async () => {
      for (; !over.signal.aborted; await nextTurn())
        for (const store of [writer, reader]) states.add(store.standing().state);
    })();
    for (let round = 0; round < 10; round += 1) {
      const events = postings(`round-${round}`, 300);
      await writer.append({ stream: `account-${round}`, expected: 'none', events });
    }
    await hasReached(reader, 3_000);
    over.abort();
    await watching;
    expect([...states].filter((state) => state !== 'ready' && state !== 'catching-up')).toEqual([]);
  },

  'takes an append larger than one call as a whole, beside others': async (log) => {
    const [one, other] = await two(log);
    const events = postings('many', 900);
    const large = one.append({ stream: 'account-large', expected: 'none', events }, command('large'));
    const small = Array.from({ length: 20 }, (_, index) => post(other, 'account-small', `small-${index}`));
    await Promise.all([large, ...small]);
    await Promise.all([hasReached(one, 920), hasReached(other, 920)]);
    const documents = await documentsIn(other);
    const first = documents.indexOf('many-0');
    expect(documents.slice(first, first + 900)).toEqual(events.map((_, index) => `many-${index}`));
    expect(await documentsIn(one)).toEqual(documents);
    const again = one.append(
      { stream: 'account-large', expected: 899n, events: [posting('x')] },
      command('large'),
    );
    expect(await rejectionOf(again)).toBeInstanceOf(CommandAlreadyRecorded);
  },
};
