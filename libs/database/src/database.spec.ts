import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DATABASES, POSTGRES } from '#database/testing';
import type { Database, DatabaseHome, DatabaseShape } from './index.ts';
import { deferred, homeName, openDatabase } from './index.ts';

const TABLE = 'CREATE TABLE things (name TEXT PRIMARY KEY, count INTEGER NOT NULL)';
const SHAPE: DatabaseShape = {
  file: { applicationId: 7, migrations: [TABLE], outlives: 'machine', guarded: true },
  schema: { schema: 'obligo_things', migrations: [{ name: '1', sql: TABLE }], outlives: 'machine' },
};

const add = (database: Database, name: string, count = 1) =>
  database.run('INSERT INTO things (name, count) VALUES (?, ?)', name, count);
const countOf = async (database: Database, name: string) =>
  (await database.get('SELECT count FROM things WHERE name = ?', name))?.['count'];
const names = async (database: Database) =>
  (await database.all('SELECT name FROM things ORDER BY name')).map(({ name }) => name);

/** Adds one to what is read, with a pause for others between the two. */
const increment = (database: Database, turn?: string) =>
  database.transaction(async () => {
    const before = Number(await countOf(database, 'hot'));
    await new Promise(setImmediate);
    await database.run('UPDATE things SET count = ? WHERE name = ?', before + 1, 'hot');
  }, turn);

describe.each(DATABASES)('tables in %s', (_name, kind) => {
  const tests = kind.use();
  let home: DatabaseHome;
  let database: Database;
  beforeEach(async () => {
    home = await tests.fresh();
    database = await openDatabase(home, SHAPE);
  });
  afterEach(() => database.close());

  it('say how many rows a statement changed, and nothing where there is no row', async () => {
    expect(await add(database, 'a')).toBe(1);
    expect(await database.run('UPDATE things SET count = 5 WHERE name = ?', 'nobody')).toBe(0);
    expect(await database.get('SELECT * FROM things WHERE name = ?', 'nobody')).toBeUndefined();
    expect(await database.all('SELECT count AS "howMany" FROM things')).toEqual([{ howMany: 1 }]);
  });

  it('are there again, unchanged, when they are opened again', async () => {
    await add(database, 'kept');
    await database.close();
    database = await openDatabase(home, SHAPE);
    expect(await names(database)).toEqual(['kept']);
  });

  it('keep all of a transaction or nothing of it', async () => {
    const broken = database.transaction(async () => {
      await add(database, 'a');
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await names(database)).toEqual([]);
  });

  it('take a transaction inside another as a part of it', async () => {
    const broken = database.transaction(async () => {
      await database.transaction(() => add(database, 'inner'), 'another turn');
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await names(database)).toEqual([]);
  });

  it('let nobody outside of a transaction become a part of it', async () => {
    const began = Promise.withResolvers<undefined>();
    const end = Promise.withResolvers<undefined>();
    const broken = database.transaction(async () => {
      await add(database, 'inside');
      began.resolve(undefined);
      await end.promise;
      throw new Error('changed my mind');
    });
    await began.promise;
    const outside = add(database, 'outside');
    end.resolve(undefined);
    await expect(broken).rejects.toThrow('changed my mind');
    await outside;
    expect(await names(database)).toEqual(['outside']);
  });

  it('lose no change of transactions that read and write the same row at once', async () => {
    await add(database, 'hot', 0);
    await Promise.all(Array.from({ length: 20 }, () => increment(database)));
    expect(await countOf(database, 'hot')).toBe(20);
  });

  it('are opened when they are first asked, and tell what is wrong each time until it is right', async () => {
    let works = false;
    let opened = 0;
    const later = deferred(kind.dialect, async () => {
      opened += 1;
      if (!works) throw new Error('not yet');
      return openDatabase(home, SHAPE);
    });
    expect(opened).toBe(0);
    await expect(names(later)).rejects.toThrow('not yet');
    works = true;
    await Promise.all([names(later), names(later)]);
    expect(opened).toBe(2);
    await later.close();
  });
});

describe('tables in PostgreSQL that two processes share', () => {
  const tests = POSTGRES.use();
  let one: Database;
  let other: Database;
  let home: DatabaseHome;
  beforeEach(async () => {
    home = await tests.fresh();
    // Both find nothing, and make the tables once.
    [one, other] = await Promise.all([openDatabase(home, SHAPE), openDatabase(home, SHAPE)]);
  });
  afterEach(async () => {
    await one.close();
    await other.close();
  });

  it('lose no change of transactions of one turn', async () => {
    await add(one, 'hot', 0);
    await Promise.all(
      Array.from({ length: 10 }, () => [increment(one, 'hot'), increment(other, 'hot')]).flat(),
    );
    expect(await countOf(one, 'hot')).toBe(20);
  });

  it('let transactions of two turns run at the same time', async () => {
    const began = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()] as const;
    const meeting = (database: Database, mine: 0 | 1, turn: string) =>
      database.transaction(async () => {
        await add(database, turn);
        began[mine].resolve(undefined);
        await began[mine === 0 ? 1 : 0].promise;
      }, turn);
    await Promise.all([meeting(one, 0, 'a'), meeting(other, 1, 'b')]);
    expect(await names(one)).toEqual(['a', 'b']);
  });

  it('repeat a transaction that another one stood in the way of', async () => {
    await add(one, 'a', 0);
    await add(one, 'b', 0);
    let runs = 0;
    const began = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()] as const;
    // Each holds a row that the other one asks for: the server ends one of them.
    const crossing = (database: Database, mine: 0 | 1, [first, second]: readonly [string, string]) =>
      database.transaction(async () => {
        runs += 1;
        await database.run('UPDATE things SET count = count + 1 WHERE name = ?', first);
        began[mine].resolve(undefined);
        await began[mine === 0 ? 1 : 0].promise;
        await database.run('UPDATE things SET count = count + 1 WHERE name = ?', second);
      }, first);
    await Promise.all([crossing(one, 0, ['a', 'b']), crossing(other, 1, ['b', 'a'])]);
    expect([await countOf(one, 'a'), await countOf(one, 'b'), runs]).toEqual([2, 2, 3]);
  });

  it('are called by their schema, never by a connection string', () => {
    expect(homeName(home, SHAPE)).toBe('the schema obligo_things in PostgreSQL');
  });
});
