import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runChild, temporaryFolder } from '#event-store/testing';
import { JournalCopier } from './journal-copier.ts';

const PAGE = 4096;
const PAGES = 64;

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let database: DatabaseSync;
let copier: JournalCopier;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.dir, 'ledger.sqlite');
  database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE row (content BLOB NOT NULL)');
  copier = new JournalCopier(database, { file, pages: PAGES });
});
afterEach(() => {
  copier.settle();
  if (database.isOpen) database.close();
  folder.remove();
});

/** A commit of a few pages. */
function commit(): void {
  database.prepare('INSERT INTO row VALUES (?)').run(Buffer.alloc(3 * PAGE));
  copier.committed();
}

const journalPages = () => Number(database.prepare('PRAGMA wal_checkpoint(NOOP)').get()?.['log']);

describe('a journal that grows long', () => {
  it('is copied into the file and begins anew while commits go on', async () => {
    let commits = 0;
    let longest = 0;
    // Two beginnings: the first copy was not the last one.
    for (let beginnings = 0; beginnings < 2; commits += 1) {
      const before = journalPages();
      commit();
      if (journalPages() < before) beginnings += 1;
      longest = Math.max(longest, before);
      await nextTurn();
    }
    expect(longest).toBeGreaterThanOrEqual(PAGES);
    expect(statSync(file).size).toBeGreaterThan(PAGES * PAGE);
    expect(database.prepare('SELECT count(*) AS rows FROM row').get()).toEqual({ rows: commits });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  });

  it('is not copied by a commit when a reader ends that held an old state, however long it is by then', async () => {
    const reader = new DatabaseSync(file, { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM row').get();
    while (journalPages() < 40 * PAGES) {
      commit();
      await nextTurn();
    }
    const held = statSync(file).size;
    reader.exec('COMMIT');
    reader.close();
    database.prepare('INSERT INTO row VALUES (?)').run(Buffer.alloc(3 * PAGE));
    expect([statSync(file).size, held < PAGES * PAGE]).toEqual([held, true]);
    // The thread copies it, and it begins anew.
    while (journalPages() >= 40 * PAGES) {
      commit();
      await nextTurn();
    }
    expect(statSync(file).size).toBeGreaterThan(20 * PAGES * PAGE);
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  });

  it('is copied by the connection itself where the thread cannot open the file', async () => {
    database.close();
    database = new DatabaseSync(file);
    copier = new JournalCopier(database, {
      file: join(folder.dir, 'elsewhere', 'ledger.sqlite'),
      pages: PAGES,
    });
    let longest = 0;
    for (let commits = 0; commits < 4 * PAGES; commits += 1) {
      commit();
      longest = Math.max(longest, journalPages());
      await nextTurn();
    }
    expect(statSync(file).size).toBeGreaterThan(PAGES * PAGE);
    expect(longest).toBeLessThan(4 * PAGES * 4);
  });

  it('is copied to its end before the file is closed and moved', () => {
    for (let commits = 0; commits < PAGES; commits += 1) commit();
    copier.settle();
    database.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    const moved = join(folder.dir, 'moved.sqlite');
    renameSync(file, moved);
    const again = new DatabaseSync(moved);
    expect(again.prepare('SELECT count(*) AS rows FROM row').get()).toEqual({ rows: PAGES });
    again.close();
    expect(existsSync(file)).toBe(false);
  });

  it('keeps no process from ending that has nothing left to do', async () => {
    const child = runChild(join(import.meta.dirname, 'leave-journal-copied.fixture.ts'), `${file}-other`);
    try {
      expect(await once(child, 'exit')).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('is copied by another thread where the first one ended, for which nobody waits', async () => {
    const child = runChild(join(import.meta.dirname, 'lose-copying-thread.fixture.ts'), `${file}-other`);
    try {
      const [told] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      expect(JSON.parse(told)).toEqual({ isCopied: true });
    } finally {
      child.kill('SIGKILL');
    }
  }, 20_000);

  it('is left alone while it is short', () => {
    for (let commits = 0; commits < 16; commits += 1) commit();
    expect(statSync(file).size).toBeLessThan(2 * PAGE);
  });
});
