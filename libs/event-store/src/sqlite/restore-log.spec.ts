import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collect, imported, posting } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { RecordedEvent } from '../event-store.ts';
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
});
