import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { posting, postings, rejectionOf } from '../testing/index.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { WrongExpectedRevision } from './errors.ts';
import type { AppendFacts, StoreObserver } from './observer.ts';
import { openSqliteEventStore, type SqliteEventStore } from './sqlite/sqlite-event-store.ts';

const asking = new AsyncLocalStorage<string>();
let folder: ReturnType<typeof temporaryFolder>;
let store: SqliteEventStore;
let appended: (AppendFacts & { readonly by: string | undefined })[];
let batches: number[];
let depths: number[];
let conflicts: string[];

const observer: StoreObserver = {
  appended: (facts) => void appended.push({ ...facts, by: asking.getStore() }),
  batch: (appends) => void batches.push(appends),
  queue: (depth) => void depths.push(depth),
  conflict: (stream) => void conflicts.push(stream),
};

beforeEach(() => {
  folder = temporaryFolder();
  [appended, batches, depths, conflicts] = [[], [], [], []];
  store = openSqliteEventStore({ file: join(folder.dir, 'ledger.sqlite'), observer });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

describe('whoever hears what a store does', () => {
  it('hears how long each append took, how large it was, and how many shared its commit', async () => {
    const started = performance.now();
    await Promise.all([
      store.append({ stream: 'account-1', expected: 'none', events: postings('a', 2) }),
      store.append({ stream: 'account-2', expected: 'none', events: [posting('b')] }),
    ]);
    const most = performance.now() - started;
    expect(appended.map(({ events, batch }) => ({ events, batch }))).toEqual([
      { events: 2, batch: 2 },
      { events: 1, batch: 2 },
    ]);
    for (const { ms, bytes } of appended) {
      expect([ms > 0 && ms <= most, bytes > 100]).toEqual([true, true]);
    }
    expect(batches).toEqual([2]);
    expect(depths).toEqual([1, 2, 0]);
  });

  it('hears of an append where its caller waits for it, whoever began the commit', async () => {
    await Promise.all(
      ['malee', 'somsri'].map((name) =>
        asking.run(name, () =>
          store.append({ stream: `account-${name}`, expected: 'none', events: [posting(name)] }),
        ),
      ),
    );
    expect(appended.map(({ by }) => by)).toEqual(['malee', 'somsri']);
  });

  it('hears of the stream that somebody else had written, and of no append then', async () => {
    const write = { stream: 'account-1', expected: 'none', events: [posting('a')] } as const;
    await store.append(write);
    const other = store.append({ ...write, events: [posting('b')] });
    expect(await rejectionOf(other)).toBeInstanceOf(WrongExpectedRevision);
    expect([conflicts, appended.length]).toEqual([['account-1'], 1]);
  });

  it('does not count what was there already a second time', async () => {
    const write = { stream: 'account-1', expected: 'none', events: [posting('a')] } as const;
    await store.append(write);
    expect(await store.append(write)).toMatchObject({ deduplicated: true });
    expect(appended).toHaveLength(1);
  });
});
