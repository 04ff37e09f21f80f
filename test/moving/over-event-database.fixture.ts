import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStore, parseStoreHome } from '#event-store';
import { freshLog, type ServerControl, withLog } from '#event-store/testing';
import { obligo, obligoWith, SAMPLE, scratch, serve } from '../../apps/cli/testing/obligo.fixture.ts';
import { moveUntil } from './killed-move.fixture.ts';
import {
  answersOf,
  contentOfFolder,
  ledgerToMove,
  moved,
  must,
  order,
  postOrder,
  type Summary,
} from './ledger-to-move.fixture.ts';
import { longLog } from './long-log.fixture.ts';

const logOn = (server: string): string => withLog(server, freshLog());

/** From a folder into an event database and back into a folder, on a real server. */
export function itMovesThereAndBack(server: string): void {
  let temporary: ReturnType<typeof scratch>;
  let [D, D2, E] = ['', '', ''];
  let first: Summary;
  const at = (name: string): string => join(temporary.dir, name);
  const there = logOn(server);

  beforeAll(async () => {
    temporary = scratch();
    [D, D2, E] = [at('D'), at('D2'), at('E')];
    await ledgerToMove(D);
    first = await moved('--from', D, '--to', there, '--files-to', D2);
  }, 120_000);
  afterAll(() => temporary.remove());

  it('takes a folder, and both stores are found the same', async () => {
    expect(first).toMatchObject({ final: true, ledger: { events: 271, added: 271 } });
    const compared = await must('move', '--from', D, '--to', there, '--verify-only');
    expect(compared.out).toContain('both stores hold the same ledger\n');
    const again = await moved('--from', D, '--to', there, '--files-to', D2);
    expect(again).toMatchObject({ final: true, ledger: { events: 271, added: 0 } });
  });

  it('gives it back with identical bytes, roots, checkpoints and reports', async () => {
    const back = await moved('--from', there, '--files-from', D2, '--to', E);
    expect([back.ledger.root, back.access.root]).toEqual([first.ledger.root, first.access.root]);
    expect(await contentOfFolder(E)).toEqual(await contentOfFolder(D));
    expect(await answersOf(E)).toEqual(await answersOf(D));
    const { out } = await must('verify', E, '--json');
    expect(JSON.parse(out)).toMatchObject({ events: 271, proven: 271, findings: 0 });
    expect(existsSync(join(E, 'published'))).toBe(true);
  });

  it('keeps answers to repeated commands, in the copy that the folder beside it was given', async () => {
    const home = parseStoreHome(there);
    const store = await openEventStore({ home, log: 'ledger', file: join(D2, 'ledger.sqlite') });
    try {
      expect(store.standing().state).toBe('ready');
      expect(await store.head()).toBe('271');
      const keys = [];
      for await (const { key, position } of store.readCommands()) keys.push([key, position]);
      expect(keys.length).toBe(5);
      const [key = ''] = keys.find(([, position]) => position === '269') ?? [];
      expect(await store.findCommand(key)).toMatchObject({ key, position: '269' });
    } finally {
      await store.close();
    }
  });

  it('is exported from the copy, sealed up to its end', async () => {
    const [beside, bundle] = [at('D2-exported'), at('bundle')];
    cpSync(D2, beside, { recursive: true });
    const env = { OBLIGO_STORE: there, OBLIGO_ORIGIN: first.origin, OBLIGO_SEAL_KEYS: `${D}.keys` };
    const { code, err } = await obligoWith({ env }, 'export', 'log', '--data', beside, '--out', bundle);
    expect([code, err]).toEqual([0, expect.not.stringContaining('not sealed anew')]);
    expect((await must('verify', bundle)).out).toContain('no findings');
    expect((await must('verify', beside)).out).toContain('no findings');
  });

  it('goes on where it was killed, in the middle of copying', async () => {
    const [long, store, back] = [at('long'), logOn(server), at('long-back')];
    await longLog(long, 3_000);
    await moveUntil('copying the log: 1000', long, store);
    await moveUntil('copying the log: 2000', long, store);
    const { ledger } = await moved('--from', long, '--to', store);
    expect([ledger.events, ledger.added < 3_000]).toEqual([3_000, true]);
    await moved('--from', store, '--to', back);
    expect(await contentOfFolder(back)).toEqual(await contentOfFolder(long));
  }, 180_000);

  it('adds what was posted since, and refuses a log that has gone on by itself', async () => {
    const [from, store] = [at('open'), logOn(server)];
    await must('import', SAMPLE, '--data', from);
    await moved('--from', from, '--to', store);
    await must(...order(from, 'PO-1'));
    expect((await moved('--from', from, '--to', store)).ledger.added).toBe(1);
    const ahead = at('ahead');
    await moved('--from', store, '--to', ahead);
    await must(...order(ahead, 'PO-2'));
    await moved('--from', ahead, '--to', store);
    const refused = await obligo('move', '--from', from, '--to', store);
    expect([refused.code, refused.err]).toEqual([
      5,
      expect.stringContaining('refused (move-target-differs)'),
    ]);
  });

  it('serves on from there with the same accounts and keys, and goes back with what was posted', async () => {
    const [from, beside, store] = [at('served'), at('served-beside'), logOn(server)];
    await must('import', SAMPLE, '--data', from);
    const before = await serve(from);
    const token = await before.person('malee', { role: 'maker' });
    expect(await postOrder(before.url, token, 'PO-1')).toBe(201);
    await before.stop();
    const { origin } = await moved('--from', from, '--to', store, '--files-to', beside, '--everything');
    const after = await serve(beside, { store, seal: { origin, keys: `${from}.keys` } });
    try {
      expect(await postOrder(after.url, token, 'PO-1')).toBe(200);
      expect(await postOrder(after.url, token, 'PO-2')).toBe(201);
    } finally {
      await after.stop();
    }
    const back = await moved('--from', store, '--files-from', beside, '--to', from, '--everything');
    expect(back.ledger).toMatchObject({ events: 269, added: 1, proven: 269 });
    expect((await must('verify', from)).out).toContain('no findings');
  });
}

/** The server is killed while a log is copied into it, and comes back. */
export function itOutlivesTheServer(server: string, control: ServerControl): void {
  let temporary: ReturnType<typeof scratch>;
  beforeAll(() => {
    temporary = scratch();
  });
  afterAll(() => temporary.remove());

  it('waits for it, or ends and goes on when it is started again', async () => {
    const [from, back] = [join(temporary.dir, 'long'), join(temporary.dir, 'back')];
    const store = logOn(server);
    await longLog(from, 4_000);
    let killed: Promise<void> | undefined;
    const kill = async (): Promise<void> => {
      await control('kill');
      await control('start');
    };
    // The check of the access log is the last thing before the first event is copied.
    const err = (line: string): void => {
      if (line.startsWith('checking the access log')) killed ??= kill();
    };
    const words = ['move', '--from', from, '--to', store];
    const first = await obligoWith({ err }, ...words);
    await killed;
    expect([0, 1]).toContain(first.code);
    if (first.code !== 0) await must(...words);
    await must('move', '--from', store, '--to', back);
    expect(await contentOfFolder(back)).toEqual(await contentOfFolder(from));
  }, 240_000);
}
