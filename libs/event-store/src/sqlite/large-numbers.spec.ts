import { afterAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { collect, command, posting, postings } from '../../testing/index.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const LIMIT = 2n ** 53n;

it('counts revisions and positions beyond 2^53 one by one', async () => {
  const file = join(folder.dir, 'ledger.sqlite');
  await openSqliteEventStore({ file }).close();
  const seed = new DatabaseSync(file);
  seed.exec(`
    INSERT INTO streams VALUES (${LIMIT + 1n}, 'account-1');
    INSERT INTO events VALUES (${LIMIT - 1n}, randomblob(16), ${LIMIT + 1n}, ${LIMIT - 1n}, 'Seeded', 1, x'7b7d', x'7b7d', 0, 0)`);
  seed.close();

  const store = openSqliteEventStore({ file, clock: () => 1_000 });
  const write = { stream: 'account-1', expected: LIMIT - 1n, events: postings('a', 3) };
  const result = await store.append(write, command('post-1'));
  expect(result.revisions.get('account-1')).toBe(LIMIT + 2n);
  expect(result.position).toBe('9007199254740994');
  await store.append({ stream: 'account-2', expected: 'none', events: [posting('b')] });

  const events = await collect(store.readAll());
  const seeded = { position: '9007199254740991', revision: LIMIT - 1n };
  const [first, second, third] = [0n, 1n, 2n].map((step) => ({
    position: String(LIMIT + step),
    revision: LIMIT + step,
  }));
  const last = { position: '9007199254740995', revision: 0n, stream: 'account-2' };
  expect(events).toMatchObject([seeded, first, second, third, last]);
  for (const [index, { position: after }] of events.entries()) {
    expect(await collect(store.readAll({ after }))).toEqual(events.slice(index + 1));
    expect(await store.parsePosition(after)).toBe(after);
  }
  const from = LIMIT + 1n;
  expect(await collect(store.readStream('account-1', { from }))).toEqual(events.slice(2, 4));
  expect(await store.append({ ...write, expected: LIMIT + 2n })).toEqual({ ...result, deduplicated: true });
  expect((await store.findCommand('etda/post-1'))?.position).toBe('9007199254740994');
  expect(await store.positionAt('1970-01-01T00:00:00.999Z' as Instant)).toBe('9007199254740991');
  await store.close();
});
