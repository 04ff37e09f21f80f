import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { collect, command, posting, postings, rejectionOf } from '../../testing/index.ts';
import { seededRandom } from '../../testing/seeded-random.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { Position, RecordedEvent, StoredBytes } from '../event-store.ts';
import { openSqliteEventStore, type SqliteEventStore } from './sqlite-event-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: SqliteEventStore;
const open = (): SqliteEventStore => openSqliteEventStore({ file: join(folder.dir, 'ledger.sqlite') });
beforeEach(() => {
  folder = temporaryFolder();
  store = open();
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

let written = 0;
const post = (to: SqliteEventStore, count: number): Promise<unknown> => {
  const stream = `account-${(written += 1)}`;
  return to.append({ stream, expected: 'none', events: postings(stream, count) });
};

const bytesOf = ({ data: _, metadata: { effectiveOn }, ...rest }: RecordedEvent): StoredBytes => ({
  ...rest,
  metadata: { effectiveOn },
});

describe('events that were written of late', () => {
  it('are at hand as they stand in the log, without being read', async () => {
    await post(store, 3);
    await post(store, 2);
    const log = (await collect(store.readAll())).map(bytesOf);
    expect(store.newestAfter(undefined, 10)).toEqual(log);
    expect(store.newestAfter(log[1]?.position, 2)).toEqual(log.slice(2, 4));
    expect(store.newestAfter(log[4]?.position, 10)).toEqual([]);
  });

  it('are no longer at hand when many came after them', async () => {
    for (let count = 0; count < 20; count += 1) await post(store, 100);
    const log = await collect(store.readAll());
    expect(store.newestAfter(log[0]?.position, 10)).toEqual([]);
    const near = log.length - 101;
    expect(store.newestAfter(log[near]?.position, 200)).toEqual(log.slice(near + 1).map(bytesOf));
  });

  it('are few where they are large', async () => {
    const text = 'x'.repeat(900_000);
    for (let count = 0; count < 8; count += 1) {
      const events = [posting(`large-${count}`, { data: { document: `large-${count}`, text } })];
      await store.append({ stream: `large-${count}`, expected: 'none', events });
    }
    const log = await collect(store.readAll());
    expect(store.newestAfter(log[0]?.position, 10)).toEqual([]);
    expect(store.newestAfter(log[5]?.position, 10)).toHaveLength(2);
  });

  it('are not those of an append that was refused', async () => {
    await post(store, 1);
    const refused = store.append({ stream: `account-${written}`, expected: 'none', events: [posting('a')] });
    await rejectionOf(refused);
    expect(store.newestAfter(undefined, 10)).toHaveLength(1);
  });
});

/** Several appends in one commit, of which one is repeated, so that all are decided again. */
async function repeatAmongOthers(): Promise<void> {
  const stream = `again-${(written += 1)}`;
  const write = { stream, expected: 'none' as const, events: postings(stream, 2) };
  await store.append(write, command(stream));
  await Promise.allSettled([post(store, 2), store.append(write), post(store, 1)]);
}

async function growBeside(): Promise<void> {
  const growing = store.grow();
  const stream = `long-${(written += 1)}`;
  for (let count = 0; count < 400; count += 1)
    growing.add({ stream: `${stream}-${count}`, expected: 'none', events: [posting(`${stream}-${count}`)] });
  await growing.append([]);
}

describe('whoever writes, in whatever order', () => {
  it('what is at hand behind a position is what the log has there', async () => {
    const seed = Date.now() % 1_000_000;
    const random = seededRandom(seed);
    const other = open();
    const steps = [
      () => post(store, 1 + Math.floor(random() * 5)),
      () => Promise.all([post(store, 2), post(store, 3), post(store, 1)]),
      () => post(other, 2),
      repeatAmongOthers,
      growBeside,
    ];
    for (let step = 0; step < 60; step += 1) {
      await steps[Math.floor(random() * steps.length)]?.();
      const log = (await collect(store.readAll())).map(bytesOf);
      for (const back of [0, 1, 3, 8, 40, 500, Infinity]) {
        const from = log.length - Math.min(back, log.length);
        const after: Position | undefined = log[from - 1]?.position;
        const newest = store.newestAfter(after, 20);
        expect({ seed, newest }).toEqual({ seed, newest: log.slice(from, from + newest.length) });
      }
    }
    await other.close();
  }, 60_000);
});
