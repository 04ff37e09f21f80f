import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { documentsIn, posting, rejectionOf } from '../../testing/samples.ts';
import { LogAlarmed } from '../errors.ts';
import { openSqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { openEventStore } from '../home/open-event-store.ts';
import { join } from 'node:path';
import { LogUnderTest, type LogCases } from './remote.fixture.ts';

/** What an operator with a client of the event database can do to a stream. */
export interface Intruder {
  deleteStream(stream: string): Promise<unknown>;
  tombstoneStream(stream: string): Promise<unknown>;
  setStreamMetadata(stream: string, metadata: { readonly maxCount: number }): Promise<unknown>;
  dispose(): Promise<void>;
}

const stream = 'account-1';

/** A log with one event, its store, and what its operator hears. */
async function opened(log: LogUnderTest) {
  const dir = log.folder();
  const heard = Promise.withResolvers<string>();
  const alarms: string[] = [];
  const onAlarm = (detail: string): void => {
    alarms.push(detail);
    heard.resolve(detail);
  };
  const store = await log.open({ onAlarm }, dir);
  await store.append({ stream, expected: 'none', events: [posting('a')] });
  return { store, dir, heard: heard.promise, alarms };
}

const after =
  (
    deed: 'deleteStream' | 'tombstoneStream' | 'setStreamMetadata',
    intrude: (at: string) => Promise<Intruder>,
  ) =>
  async (log: LogUnderTest): Promise<void> => {
    const { store, heard, alarms } = await opened(log);
    const intruder = await intrude(log.home.connectionString);
    await intruder[deed](log.names.onServer(stream), { maxCount: 1 });
    await intruder.dispose();
    expect(await heard).toContain(stream);
    expect(alarms).toHaveLength(1);
    expect(store.standing().state).toBe('alarm');
    expect(await documentsIn(store)).toEqual(['a']);
    const attempt = store.append({ stream: 'account-2', expected: 'none', events: [posting('b')] });
    expect(await rejectionOf(attempt)).toBeInstanceOf(LogAlarmed);
    const late = await log.open();
    expect(late.standing().state).toBe('alarm');
  };

const afterForeign = (metadata: Readonly<Record<string, string>>) => async (log: LogUnderTest) => {
  const { store, dir, heard, alarms } = await opened(log);
  const client = await log.client();
  const foreign = { id: randomUUID(), type: 'Foreign', data: { a: 1 }, metadata };
  await client.append(log.names.onServer('account-9'), undefined, [foreign]);
  expect(await heard).toContain('account-9');
  expect(store.standing()).toMatchObject({ state: 'alarm', detail: alarms[0] });
  const attempt = store.append({ stream, expected: 0n, events: [posting('b')] });
  expect(await rejectionOf(attempt)).toBeInstanceOf(LogAlarmed);
  expect(await documentsIn(store)).toEqual(['a']);
  await store.close();
  const again = await log.open({}, dir);
  expect(again.standing().state).toBe('alarm');
  expect(alarms).toHaveLength(1);
};

/** How a log tells that somebody changed what must not be changed. */
export const alarms = (intrude: (at: string) => Promise<Intruder>): LogCases => ({
  'raises an alarm in every process, now and later, after a stream was deleted': after(
    'deleteStream',
    intrude,
  ),
  'raises an alarm in every process, now and later, after a tombstone': after('tombstoneStream', intrude),
  'raises an alarm in every process, now and later, after metadata were set': after(
    'setStreamMetadata',
    intrude,
  ),
  'raises an alarm when another program writes into the log, and posts nothing more': afterForeign({}),
  'raises an alarm when a record of its own form cannot be read': afterForeign({
    kind: 'event',
    form: '1',
    part: '1/1',
  }),

  'refuses the copy of another log, and one whose log the database does not have': async (log) => {
    const { store, dir } = await opened(log);
    await store.close();
    const other = new LogUnderTest(log.home.connectionString.replace(/&(nodePreference|throwOn).*$/, ''));
    expect(await rejectionOf(other.open({}, dir))).toMatchObject({
      refusal: { code: 'copy-of-another-log' },
    });
  },

  'refuses a file with a log of its own as a copy, and a copy as a log of its own': async (log) => {
    const own = log.folder();
    const local = openSqliteEventStore({ file: join(own, 'ledger.sqlite') });
    await local.append({ stream, expected: 'none', events: [posting('a')] });
    await local.close();
    expect(await rejectionOf(log.open({}, own))).toMatchObject({ refusal: { code: 'file-not-a-copy' } });
    const { store, dir } = await opened(log);
    await store.close();
    const home = { kind: 'sqlite', path: dir } as const;
    const file = join(dir, 'ledger.sqlite');
    const writing = openEventStore({ home, log: 'ledger', file });
    expect(await rejectionOf(writing)).toMatchObject({ refusal: { code: 'file-is-a-copy' } });
    const reading = await openEventStore({ home, log: 'ledger', file, readOnly: true });
    expect(await documentsIn(reading)).toEqual(['a']);
    await reading.close();
  },
});
