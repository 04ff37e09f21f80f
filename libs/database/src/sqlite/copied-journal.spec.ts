import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SQLITE } from '#database/testing';
import { type Database, type DatabaseShape, openDatabase } from '../index.ts';

const TABLE = 'CREATE TABLE things (content BLOB NOT NULL)';
const SHAPE: DatabaseShape = {
  file: { applicationId: 7, migrations: [TABLE], outlives: 'process', guarded: true },
  schema: { schema: 'obligo_things', migrations: [{ name: '1', sql: TABLE }], outlives: 'process' },
};
const CONTENT = Buffer.alloc(16_384);
/** A journal of so many bytes is copied. */
const LONG = 1_000 * 4_096;

describe('the journal of a file of tables', () => {
  const tests = SQLITE.use();
  let file: string;
  let database: Database;
  beforeEach(async () => {
    const home = await tests.fresh();
    file = 'file' in home ? home.file : '';
    database = await openDatabase(home, SHAPE);
  });
  afterEach(() => database.close());

  const add = () => database.run('INSERT INTO things (content) VALUES (?)', CONTENT);
  const journal = () => statSync(`${file}-wal`).size;

  const pagesInJournal = async () => Number((await database.get('PRAGMA wal_checkpoint(NOOP)'))?.['log']);

  it('is copied by no statement, but beside them, and begins anew', async () => {
    expect(await database.get('PRAGMA wal_autocheckpoint')).toEqual({ wal_autocheckpoint: 0 });
    for (let [before, now] = [0, 0]; now >= before;) {
      await add();
      await nextTurn();
      [before, now] = [now, await pagesInJournal()];
    }
    expect(statSync(file).size).toBeGreaterThan(LONG);
  });

  it('is copied beside transactions, too', async () => {
    for (let written = 0; written < 2 * LONG; written += 4 * CONTENT.length) {
      await database.transaction(async () => {
        for (let each = 0; each < 4; each += 1) await add();
      });
      await nextTurn();
    }
    while (statSync(file).size < LONG) await nextTurn();
  });

  it('is gone when what was deleted is wiped, and when the file is closed', async () => {
    for (let written = 0; written < 2 * LONG; written += CONTENT.length) await add();
    await database.wipe();
    expect(journal()).toBe(0);
    for (let written = 0; written < 2 * LONG; written += CONTENT.length) await add();
    await database.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});
