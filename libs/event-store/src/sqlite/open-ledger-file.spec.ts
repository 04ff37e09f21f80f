import { afterAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RefusalError } from '#kernel';
import { collect, posting, postings, rejectionOf } from '../../testing/index.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { Unsupported } from '../errors.ts';
import { openLedgerFile } from './open-ledger-file.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { openSqliteEventStore } from './sqlite-event-store.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
let files = 0;
const newFile = () => join(folder.dir, `ledger-${(files += 1)}.sqlite`);

function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
  throw new Error('nothing was refused');
}

async function ledgerWith(count: number): Promise<string> {
  const file = newFile();
  const store = openSqliteEventStore({ file });
  await store.append({ stream: 'account-1', expected: 'none', events: postings('a', count) });
  await store.close();
  return file;
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** A ledger as the first version of the program left it: one event, and the command that brought it. */
function ledgerOfVersion1(): string {
  const file = newFile();
  change(
    file,
    `PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;
     ${MIGRATIONS.slice(0, 1).join()}
     INSERT INTO streams VALUES (1, 'account-1');
     INSERT INTO events VALUES (1, x'00112233445566778899aabbccddeeff', 1, 0, 'Seeded', 1, x'7b7d', x'7b7d', 7, 7);
     INSERT INTO commands VALUES ('etda/b', zeroblob(32), x'7b2262223a317d', 1, 7);
     INSERT INTO commands VALUES ('etda/a', zeroblob(32), x'7b2261223a317d', 1, 7);
     PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`,
  );
  return file;
}

describe('a ledger of the first version', () => {
  const said = async (file: string, readOnly: boolean) => {
    const store = openSqliteEventStore({ file, readOnly });
    const events = await collect(store.readAll());
    const answers = await Promise.all(['a', 'b', 'c'].map((key) => store.findCommand(`etda/${key}`)));
    await store.close();
    return { events, answers };
  };

  it('says the same after it was brought up, and is guarded like a new one', async () => {
    const file = ledgerOfVersion1();
    const before = await said(file, true);
    expect(before).toMatchObject({
      events: [{ position: '1', type: 'Seeded' }],
      answers: [{ answer: { a: 1 }, position: '1' }, { answer: { b: 1 } }, undefined],
    });
    expect(await said(file, false)).toEqual(before);
    expect(await said(file, true)).toEqual(before);
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length });
    expect(() => database.exec('DELETE FROM commands')).toThrow('a row is never removed');
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  });

  it('is left as it is when only an auditor opens it', async () => {
    const file = ledgerOfVersion1();
    const before = readFileSync(file);
    await said(file, true);
    expect(readFileSync(file)).toEqual(before);
  });

  it('is not brought up when a guard was lost', () => {
    const file = ledgerOfVersion1();
    change(file, 'DROP TRIGGER commands_not_deleted');
    for (const readOnly of [true, false]) {
      expect(refusalOf(() => openSqliteEventStore({ file, readOnly }))).toBe('ledger-damaged');
    }
  });
});

describe('opening the file of a ledger', () => {
  it.each([false, true])(
    'syncs every commit to the disk and trusts no schema (read only: %p)',
    async (readOnly) => {
      const database = openLedgerFile(await ledgerWith(1), readOnly);
      const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
      expect(pragma('synchronous')).toBe(2);
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('foreign_keys')).toBe(1);
      expect(pragma('trusted_schema')).toBe(0);
      expect(pragma('busy_timeout')).toBe(2000);
      database.close();
    },
  );

  it('refuses a file that is no database and leaves it as it is', () => {
    const file = newFile();
    writeFileSync(file, 'project_code,budget_m\nP01,15.0334\n'.repeat(100));
    const before = readFileSync(file);
    expect(refusalOf(() => openSqliteEventStore({ file }))).toBe('not-a-ledger');
    expect(readFileSync(file)).toEqual(before);
  });

  it('refuses a database of another program and leaves it as it is', () => {
    const file = newFile();
    change(file, 'CREATE TABLE notes (text); INSERT INTO notes VALUES (1)');
    const before = readFileSync(file);
    expect(refusalOf(() => openSqliteEventStore({ file }))).toBe('not-a-ledger');
    expect(readFileSync(file)).toEqual(before);
  });

  it('refuses a ledger that a newer program has written', async () => {
    const file = await ledgerWith(1);
    change(file, 'PRAGMA user_version = 99');
    expect(refusalOf(() => openSqliteEventStore({ file }))).toBe('ledger-newer-than-program');
  });

  it.each([
    ['lost a guard', 'DROP TRIGGER events_not_updated'],
    [
      'got a weaker guard',
      'DROP TRIGGER events_not_deleted; CREATE TRIGGER events_not_deleted BEFORE DELETE ON events BEGIN SELECT 1; END',
    ],
    [
      'got a trigger of its own',
      "CREATE TRIGGER forge AFTER INSERT ON events BEGIN INSERT INTO streams (name) VALUES ('x'); END",
    ],
    ['got another column', 'ALTER TABLE events ADD COLUMN extra TEXT'],
  ])('refuses a ledger that %s', async (_, sql) => {
    const file = await ledgerWith(1);
    change(file, sql);
    expect(refusalOf(() => openSqliteEventStore({ file }))).toBe('ledger-damaged');
  });

  it('says so when a page of the file is damaged', async () => {
    const file = await ledgerWith(500);
    const pages = statSync(file).size / 4096;
    const handle = openSync(file, 'r+');
    for (let page = 12; page < pages; page += 1)
      writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    const store = openSqliteEventStore({ file });
    expect(await rejectionOf(collect(store.readAll()))).toMatchObject({
      refusal: { code: 'ledger-damaged' },
    });
    await store.close();
  });

  it('refuses a place where no file can be', () => {
    const file = join(folder.dir, 'missing', 'ledger.sqlite');
    expect(refusalOf(() => openSqliteEventStore({ file }))).toBe('ledger-not-accessible');
  });

  it('lets an auditor read beside the owner, and write nothing', async () => {
    const file = await ledgerWith(2);
    const owner = openSqliteEventStore({ file });
    const auditor = openSqliteEventStore({ file, readOnly: true });
    await owner.append({ stream: 'account-2', expected: 'none', events: [posting('b')] });
    expect(await collect(auditor.readAll())).toHaveLength(3);
    const attempt = auditor.append({ stream: 'account-3', expected: 'none', events: [posting('c')] });
    expect(await rejectionOf(attempt)).toBeInstanceOf(Unsupported);
    await auditor.close();
    await owner.close();
  });

  it('opens a copy for an auditor when nobody else has it open', async () => {
    const copy = newFile();
    copyFileSync(await ledgerWith(2), copy);
    const auditor = openSqliteEventStore({ file: copy, readOnly: true });
    expect(await collect(auditor.readAll())).toHaveLength(2);
    await auditor.close();
  });

  it('makes no ledger for an auditor', () => {
    expect(refusalOf(() => openSqliteEventStore({ file: newFile(), readOnly: true }))).toBe(
      'ledger-not-accessible',
    );
  });
});
