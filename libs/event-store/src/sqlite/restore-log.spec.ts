import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collect, command, imported, posting } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { RecordedEvent } from '../event-store.ts';
import { openRestoration } from '../home/restoration.ts';
import { LogRestoration } from './restore-log.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => temporary.remove());

const inFolder = (name: string) => join(temporary.dir, name);

async function recorded(): Promise<RecordedEvent[]> {
  const store = openSqliteEventStore({
    file: inFolder('from.sqlite'),
    clock: () => Date.parse('2026-03-31T05:00:00Z'),
  });
  const old = imported('old', '2025-12-30T05:00:00.000Z');
  await store.append({ stream: 'account-1', expected: 'none', events: [old, posting('b')] });
  await store.append({ stream: 'account-๒', expected: 'none', events: [posting('c')] });
  await store.append({ stream: 'account-1', expected: 1n, events: [posting('d')] });
  const events = await collect(store.readAll());
  await store.close();
  return events;
}

describe('a log that is restored', () => {
  it('has the same events in the same order, to the byte and the millisecond', async () => {
    const events = await recorded();
    const restoration = LogRestoration.into(inFolder('to.sqlite'));
    for (const event of events) restoration.add(event);
    restoration.finish();
    const store = openSqliteEventStore({ file: inFolder('to.sqlite') });
    expect(await collect(store.readAll())).toEqual(events);
    await store.append({ stream: 'account-1', expected: 2n, events: [posting('e')] });
    await store.close();
  });

  it('is written into an empty ledger only', async () => {
    await recorded();
    expect(() => LogRestoration.into(inFolder('from.sqlite'))).toThrow('expected an empty ledger');
  });

  it('leaves nothing behind when it is given up', async () => {
    const restoration = LogRestoration.into(inFolder('to.sqlite'));
    for (const event of await recorded()) restoration.add(event);
    restoration.discard();
    expect(['', '-wal', '-shm'].filter((suffix) => existsSync(inFolder(`to.sqlite${suffix}`)))).toEqual([]);
  });

  it('goes on after what is there, and takes the commands with their last events', async () => {
    const events = await recorded();
    const home = { kind: 'sqlite', path: temporary.dir } as const;
    const options = { log: 'ledger', file: inFolder('to.sqlite') } as const;
    const first = await openRestoration(home, options);
    expect([first.size, first.last]).toEqual([0, undefined]);
    for (const event of events.slice(0, 2)) await first.add(event);
    await first.finish();
    const rest = await openRestoration(home, options);
    expect([rest.size, rest.last]).toEqual([2, events[1]]);
    for (const event of events.slice(2)) {
      const { position, recordedAt } = event;
      await rest.add(event, [{ ...command(`at-${position}`), position, recordedAt }]);
    }
    await rest.finish();
    const store = openSqliteEventStore({ file: options.file });
    expect(await collect(store.readAll())).toEqual(events);
    expect((await collect(store.readCommands())).map(({ key }) => key)).toEqual(['etda/at-3', 'etda/at-4']);
    await store.close();
  });
});
