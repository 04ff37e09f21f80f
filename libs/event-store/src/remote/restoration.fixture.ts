import { join } from 'node:path';
import { expect } from '@jest/globals';
import { collect, command, imported, posting, postings } from '../../testing/samples.ts';
import type { RecordedCommand, RecordedEvent } from '../event-store.ts';
import { openRestoration, type Restoration } from '../home/restoration.ts';
import { openSqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import type { LogCases, LogUnderTest } from './remote.fixture.ts';

interface Source {
  readonly events: readonly RecordedEvent[];
  readonly commands: readonly RecordedCommand[];
}

/** A log with history, commands, appends over several streams, and a clock that stands still at times. */
async function source(file: string): Promise<Source> {
  let now = Date.parse('2026-03-31T05:00:00Z');
  const store = openSqliteEventStore({ file, clock: () => (now += 7) });
  const old = imported('old', '2025-12-30T05:00:00.000Z');
  await store.append({ stream: 'account-1', expected: 'none', events: [old, posting('b')] }, command('c-1'));
  await store.appendMany(
    [
      { stream: 'account-2', expected: 'none', events: [posting('ก')] },
      { stream: 'account-1', expected: 1n, events: postings('d', 2) },
    ],
    [],
    command('c-2', { lines: ['x'], note: 'น้ำ' }),
  );
  await store.append({ stream: 'account-3', expected: 'none', events: postings('bulk', 700) });
  await store.append({ stream: 'account-2', expected: 0n, events: [posting('e')] }, command('c-3'));
  const events = await collect(store.readAll());
  const commands = await collect(store.readCommands());
  await store.close();
  return { events, commands };
}

async function addFrom(
  restoration: Restoration,
  { events, commands }: Source,
  upTo = Infinity,
): Promise<void> {
  for (const event of events.slice(restoration.size, upTo)) {
    await restoration.add(
      event,
      commands.filter(({ position }) => position === event.position),
    );
  }
}

const restore = (log: LogUnderTest, dir = log.folder()) =>
  openRestoration(log.home, { log: 'ledger', file: join(dir, 'ledger.sqlite') });

const sourceFor = (log: LogUnderTest) => source(join(log.folder(), 'from.sqlite'));

/** What a copy of a log in an event database is. */
export const restoration: LogCases = {
  'has the same events at the same positions, to the byte and the millisecond, and the same answers': async (
    log,
  ) => {
    const from = await sourceFor(log);
    const restoration = await restore(log);
    expect([restoration.size, restoration.last]).toEqual([0, undefined]);
    await addFrom(restoration, from);
    await restoration.finish();
    const store = await log.open();
    expect(await collect(store.readAll())).toEqual(from.events);
    expect(await collect(store.readCommands())).toEqual(from.commands);
  },

  'goes on after what is there when it was interrupted, with the same copy or a new one': async (log) => {
    const from = await sourceFor(log);
    const dir = log.folder();
    for (const [folder, upTo] of [
      [dir, 4],
      [dir, 400],
      [log.folder(), 706],
    ] as const) {
      const restoration = await restore(log, folder);
      await addFrom(restoration, from, upTo);
      await restoration.finish();
    }
    const restoration = await restore(log, dir);
    expect(restoration.size).toBe(706);
    expect(restoration.last).toEqual(from.events[705]);
    await addFrom(restoration, from);
    await restoration.finish();
    const store = await log.open();
    expect(await collect(store.readAll())).toEqual(from.events);
    expect(await collect(store.readCommands())).toEqual(from.commands);
  },

  'goes on when it was given up with something on its way': async (log) => {
    const from = await sourceFor(log);
    const given = await restore(log);
    await addFrom(given, from, 300);
    await given.discard();
    const restoration = await restore(log);
    expect(restoration.size).toBeLessThanOrEqual(300);
    await addFrom(restoration, from);
    await restoration.finish();
    expect(await collect((await log.open()).readAll())).toEqual(from.events);
  },

  'is a log like any other afterwards': async (log) => {
    const from = await sourceFor(log);
    const restoration = await restore(log);
    await addFrom(restoration, from);
    await restoration.finish();
    const store = await log.open();
    const repeated = await store.append({
      stream: 'account-2',
      expected: 0n,
      events: [posting('e')],
    });
    expect(repeated.deduplicated).toBe(true);
    const next = await store.append({ stream: 'account-2', expected: 1n, events: [posting('f')] });
    expect(next.position).toBe('707');
  },
};
