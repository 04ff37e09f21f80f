import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createLedger } from '../../apps/ledger/src/ledger.ts';
import { findingsIn, StoredLedger } from './stored-ledger.fixture.ts';

const READ_MODELS = 'projections.sqlite';
const LOGS = ['ledger.sqlite', 'access-log.sqlite'] as const;
let stored: StoredLedger;
beforeAll(async () => {
  stored = await StoredLedger.lived();
});
afterAll(() => stored.remove());

/** A copy to which somebody with a tool of SQLite added something, with all guards in their places. */
function withMore(file: string, statements: string): string {
  const folder = stored.copy();
  const database = new DatabaseSync(join(folder, file));
  database.exec(`${statements}; PRAGMA wal_checkpoint(TRUNCATE)`);
  database.close();
  return folder;
}

/** SQLite keeps the name of the table as it was spelt here. */
const LATE = 'CREATE TRIGGER late BEFORE INSERT ON EVENTS BEGIN SELECT RAISE(IGNORE); END';

describe('what somebody put beside the tables of a log', () => {
  it.each(LOGS)('is found in %s with its name', async (file) => {
    for (const [name, statement] of [
      ['late', LATE],
      ['aside', 'CREATE TABLE aside (hidden)'],
      ['shown', 'CREATE VIEW shown AS SELECT * FROM events WHERE position <> 3'],
      ['barred', 'CREATE UNIQUE INDEX barred ON events (stream_id) WHERE revision > 900'],
    ] as const) {
      const { found } = await findingsIn(withMore(file, statement));
      expect(found).toEqual([
        expect.objectContaining({ code: 'log-damaged', file, message: expect.stringContaining(name) }),
      ]);
    }
  });

  it('is not served when it would act on postings', async () => {
    const data = withMore('ledger.sqlite', LATE);
    const opened = createLedger({ data, create: false, purpose: 'test', logLevel: 'silent' });
    await expect(opened).rejects.toThrow('were changed');
  });
});

describe('what somebody put beside the tables of the read models', () => {
  it.each([
    [
      'a trigger that changes balances',
      'pays',
      `CREATE TRIGGER pays AFTER INSERT ON PVA_ENTRY
       BEGIN UPDATE pva_entry SET balance = balance + 100 WHERE cell = NEW.cell AND position = NEW.position; END`,
    ],
    ['a view', 'shown', 'CREATE VIEW shown AS SELECT 1'],
    [
      'an index of its own',
      'barred',
      'CREATE UNIQUE INDEX barred ON pva_entry (cell) WHERE position > 900000',
    ],
    [
      'an index in the place of another',
      'journal_by_year',
      'DROP INDEX journal_by_year; CREATE UNIQUE INDEX journal_by_year ON journal_row (position)',
    ],
  ])('is found: %s', async (_, name, statements) => {
    const { found } = await findingsIn(withMore(READ_MODELS, statements));
    expect(found).toEqual([
      expect.objectContaining({
        code: 'read-model-differs',
        file: READ_MODELS,
        message: expect.stringContaining(name),
      }),
    ]);
  });

  it('shows no other figure: a file with triggers is made anew at the next start', async () => {
    const data = withMore(READ_MODELS, 'CREATE TRIGGER pays AFTER INSERT ON pva_entry BEGIN SELECT 1; END');
    const ledger = await createLedger({ data, create: false, purpose: 'test', logLevel: 'silent' });
    await ledger.embedded.projector.catchUp();
    await ledger.close();
    expect((await findingsIn(data)).found).toEqual([]);
  });

  it.each([
    ['say that they have read nothing', 'UPDATE checkpoint SET position = NULL, event_id = NULL'],
    ['do not say what they have read', 'DELETE FROM checkpoint'],
  ])('is found when rows are there, although they %s', async (_, statement) => {
    const changed = `${statement}; UPDATE pva_entry SET balance = balance + 100`;
    const { found } = await findingsIn(withMore(READ_MODELS, changed));
    expect(found).toContainEqual(expect.objectContaining({ code: 'read-model-differs', table: 'pva_entry' }));
  });
});

describe('a journal that somebody put beside a file', () => {
  it.each([...LOGS, 'seals.sqlite', READ_MODELS])(
    'is found beside %s: SQLite would play it back',
    async (file) => {
      const folder = stored.copy();
      writeFileSync(join(folder, `${file}-journal`), 'pages of before');
      const { found } = await findingsIn(folder);
      expect(found).toEqual([
        expect.objectContaining({ file, message: expect.stringContaining(`${file}-journal`) }),
      ]);
    },
  );

  it('brings no figures into the read models', async () => {
    const folder = stored.copy();
    writeFileSync(join(folder, `${READ_MODELS}-journal`), 'pages of before');
    const ledger = await createLedger({ data: folder, create: false, purpose: 'test', logLevel: 'silent' });
    await ledger.close();
    expect(existsSync(join(folder, `${READ_MODELS}-journal`))).toBe(false);
    expect((await findingsIn(folder)).found).toEqual([]);
  });
});

describe('a ledger of which somebody holds the published keys', () => {
  it('is found to be under no checkpoint that they signed when all seals are gone', async () => {
    const folder = stored.copy();
    const seals = new DatabaseSync(join(folder, 'seals.sqlite'), { readOnly: true });
    const key = String(seals.prepare('SELECT key FROM verifier_keys').get()?.['key']);
    seals.close();
    const keysFile = join(stored.dir, 'published-keys.txt');
    writeFileSync(keysFile, `${key}\n`);
    expect((await findingsIn(folder, { keysFile })).found).toEqual([]);
    for (const part of ['', '-wal', '-shm']) rmSync(join(folder, `seals.sqlite${part}`), { force: true });
    expect((await findingsIn(folder, { keysFile })).found).toMatchObject([
      { code: 'seals-differ', message: expect.stringContaining('keys that were given') },
    ]);
  });
});
