import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { collect, posting, postings, rejectionOf } from '../../testing/samples.ts';
import { InvalidAppend } from '../errors.ts';
import { parseStoreHome } from '../home/store-home.ts';
import { connect } from './client/connect.ts';
import { ServerConflict, type WireEvent } from './client/log-client.ts';
import { toWireRecord } from './client/wire-record.ts';
import { LogUnderTest, type LogCases } from './remote.fixture.ts';

const record = (): WireEvent => ({ id: randomUUID(), type: 'Posted', data: {}, metadata: {} });

/** What the Node clients of event databases are known to do, by the numbers of the engineering notes. */
export const pitfalls: LogCases = {
  '1: every number of the server arrives as a bigint, also where a library gives a number or a text': async (
    log,
  ) => {
    for (const given of [7, '7', 7n]) {
      const event = { streamId: 'a', id: 'b', type: 'c', data: {}, revision: given };
      const position = { commit: given, prepare: given };
      const read = toWireRecord({ event: { ...event, position } });
      expect(read).toMatchObject({ revision: 7n, checkpoint: { commit: 7n, prepare: 7n } });
    }
    const client = await log.client();
    const stream = log.names.onServer('account-1');
    await client.append(stream, undefined, [record(), record()]);
    const last = await client.readLast(stream);
    expect([typeof last?.revision, typeof last?.checkpoint.commit]).toEqual(['bigint', 'bigint']);
  },

  '2: appends that fail leave those beside them alone': async (log) => {
    const client = await log.client();
    const append = (index: number) =>
      client.append(log.names.onServer(`account-${index}`), index % 3 === 0 ? 41n : undefined, [record()]);
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => append(index)));
    for (const [index, outcome] of outcomes.entries()) {
      const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
      if (index % 3 === 0) expect(reason).toBeInstanceOf(ServerConflict);
      else expect(reason).toBeUndefined();
    }
  },

  '3: what a failed call leaves undone is repeated by us (shown where the server ends and comes back)':
    async (log) => {
      const retried: string[] = [];
      const store = await log.open({ observer: { retried: (reason) => retried.push(reason) } });
      await store.append({ stream: 'account-1', expected: 'none', events: [posting('a')] });
      expect(retried).toEqual([]);
    },

  '4 and 7: reads are bounded, and a reader is fed as fast as it reads': async (log) => {
    const store = await log.open();
    await store.append({ stream: 'account-1', expected: 'none', events: postings('a', 300) });
    const client = await log.client();
    const page = await client.readStream(log.names.onServer('account-1'), 10n, 20);
    expect(page.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 20 }, (_, at) => BigInt(at + 10)),
    );
  },

  '5: many who connect at once share one client': async (log) => {
    const stores = await Promise.all(Array.from({ length: 12 }, () => log.open()));
    const appended = stores.map((store, index) =>
      store.append({ stream: `account-${index}`, expected: 'none', events: [posting(`doc-${index}`)] }),
    );
    const results = await Promise.all(appended);
    expect(new Set(results.map(({ position }) => position)).size).toBe(12);
  },

  '6: a failed append is always an error, whatever a connection string says': async (log) => {
    expect(log.home.connectionString).toMatch(/&throwOnAppendFailure=true$/);
    expect(() => parseStoreHome(`${log.home.connectionString}&throwOnAppendFailure=false`)).toThrow();
  },

  '8: a value that JSON cannot hold never reaches a library, where its append would never settle': async (
    log,
  ) => {
    const store = await log.open();
    for (const data of [{ amount: 1n }, { amount: Number.NaN }, { amount: 2 ** 60 }, { amount: undefined }]) {
      const attempt = store.append({
        stream: 'account-1',
        expected: 'none',
        events: [posting('a', { data })],
      });
      expect(await rejectionOf(attempt)).toBeInstanceOf(InvalidAppend);
    }
    expect(await store.head()).toBeUndefined();
  },

  '8: a conflict tells the true revision': async (log) => {
    const client = await log.client();
    const stream = log.names.onServer('account-1');
    await client.append(stream, undefined, Array.from({ length: 42 }, record));
    const error = await rejectionOf(client.append(stream, undefined, [record()]));
    expect(error).toMatchObject({ actual: new Map([[stream, 41n]]) });
  },

  'both schemes in one process are served by the library that was loaded first': async (log) => {
    const one = await log.open();
    await one.append({ stream: 'account-1', expected: 'none', events: [posting('a')] });
    const other = log.home.connectionString.replace(/^\w+|&(nodePreference|throwOn).*$/g, (part) =>
      part.startsWith('&') ? '' : part === 'esdb' ? 'kurrentdb' : 'esdb',
    );
    const second = new LogUnderTest(other, log.home.log);
    const store = await second.open();
    await store.append({ stream: 'account-1', expected: 0n, events: [posting('b')] });
    const third = await log.open();
    expect(await collect(third.readAll())).toEqual(await collect(store.readAll()));
    expect(store.capabilities).toEqual(one.capabilities);
    const shared = await connect(second.home);
    await shared.close();
    await second.end();
  },
};
