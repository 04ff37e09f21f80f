import { describe, expect, it } from '@jest/globals';
import { POSTGRES, SQLITE } from '#database/testing';
import { carryTables, type Database, type DatabaseShape, openDatabase, TableTaken } from './index.ts';

const SHAPE: DatabaseShape = {
  file: {
    applicationId: 7,
    migrations: [
      `CREATE TABLE people (name TEXT PRIMARY KEY, secret BLOB, born INTEGER) STRICT;
       CREATE TABLE deeds (deed INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL REFERENCES people (name)) STRICT;
       CREATE TABLE pairs (b TEXT, a TEXT, PRIMARY KEY (a, b)) STRICT`,
    ],
    outlives: 'machine',
    guarded: true,
  },
  schema: {
    schema: 'obligo_things',
    migrations: [
      {
        name: '1',
        sql: `CREATE TABLE people (name text COLLATE "C" PRIMARY KEY, secret bytea, born bigint);
              CREATE TABLE deeds (deed bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name text COLLATE "C" NOT NULL REFERENCES people (name));
              CREATE TABLE pairs (b text COLLATE "C", a text COLLATE "C", PRIMARY KEY (a, b))`,
      },
    ],
    outlives: 'machine',
  },
};

const doDeed = (database: Database, name: string) =>
  database.run('INSERT INTO deeds (name) VALUES (?)', name);
const deedsOf = async (database: Database) =>
  (await database.all('SELECT deed FROM deeds ORDER BY deed')).map(({ deed }) => Number(deed));

/** 450 people, more than are carried at once, with deeds whose numbers have a hole. */
async function fill(database: Database): Promise<void> {
  await database.transaction(async () => {
    for (let each = 0; each < 450; each += 1) {
      const name = `คน ${String(each)} \u{1F600}`;
      const [secret, born] = [each % 3 === 0 ? null : Buffer.from([0, each % 256, 255]), 2 ** 40 + each];
      await database.run('INSERT INTO people (name, secret, born) VALUES (?, ?, ?)', name, secret, born);
      await doDeed(database, name);
    }
    await database.run('DELETE FROM deeds WHERE deed = 7');
    for (const [a, b] of [
      ['x', '1'],
      ['x', '2'],
      ['y', '1'],
    ] as const)
      await database.run('INSERT INTO pairs (b, a) VALUES (?, ?)', b, a);
  });
}

describe.each([
  ['a file into PostgreSQL', SQLITE, POSTGRES],
  ['PostgreSQL into a file', POSTGRES, SQLITE],
])('tables that are carried from %s', (_way, kindFrom, kindTo) => {
  const [tests, others] = [kindFrom.use(), kindTo.use()];
  const open = async (): Promise<[Database, Database]> => [
    await openDatabase(await tests.fresh(), SHAPE),
    await openDatabase(await others.fresh(), SHAPE),
  ];

  it('are the same there, go on with their numbers, and can be carried again', async () => {
    const [from, to] = await open();
    await fill(from);
    const carried = [
      { table: 'people', rows: 450 },
      { table: 'deeds', rows: 449 },
      { table: 'pairs', rows: 3 },
    ];
    expect(await carryTables(from, to, SHAPE)).toEqual(carried);
    expect(await deedsOf(to)).toEqual(await deedsOf(from));
    expect(await carryTables(from, to, SHAPE)).toEqual(carried);
    await doDeed(to, 'คน 1 \u{1F600}');
    expect((await deedsOf(to)).at(-1)).toBe(451);
    for (const database of [from, to]) await database.close();
  });

  it('are refused, and left as they are, where there are others', async () => {
    const [from, to] = await open();
    await fill(from);
    await to.run(`INSERT INTO pairs (b, a) VALUES ('other', 'one')`);
    await expect(carryTables(from, to, SHAPE)).rejects.toThrow(TableTaken);
    expect(await to.get('SELECT * FROM people')).toBeUndefined();
    for (const database of [from, to]) await database.close();
  });

  it('may be empty', async () => {
    const [from, to] = await open();
    await carryTables(from, to, SHAPE);
    await to.run(`INSERT INTO people (name) VALUES ('first')`);
    await doDeed(to, 'first');
    expect(await deedsOf(to)).toEqual([1]);
    for (const database of [from, to]) await database.close();
  });
});

describe('a text that PostgreSQL cannot hold', () => {
  const [tests, others] = [SQLITE.use(), POSTGRES.use()];

  it('is carried with the sign for what cannot be shown', async () => {
    const from = await openDatabase(await tests.fresh(), SHAPE);
    const to = await openDatabase(await others.fresh(), SHAPE);
    await from.run('INSERT INTO people (name) VALUES (?)', 'a\0b');
    await carryTables(from, to, SHAPE);
    expect((await to.get('SELECT name FROM people'))?.['name']).toBe('a\u{FFFD}b');
    for (const database of [from, to]) await database.close();
  });
});
