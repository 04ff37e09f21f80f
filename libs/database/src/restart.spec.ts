import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { type Database, DatabaseUnavailable, openDatabase } from './index.ts';

const TABLE = 'CREATE TABLE things (name TEXT PRIMARY KEY)';
const SHAPE = {
  file: { applicationId: 7, migrations: [TABLE], outlives: 'machine', guarded: true },
  schema: { schema: 'obligo_things', migrations: [{ name: '1', sql: TABLE }], outlives: 'machine' },
} as const;

let server: TestPostgres;
let database: Database;
beforeAll(async () => {
  server = await postgresForTests({ restartable: true });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
  database = await openDatabase({ postgres: await server.createDatabase() }, SHAPE);
});
afterEach(() => database.close());

const add = (name: string) => database.run('INSERT INTO things (name) VALUES (?)', name);
const names = async () =>
  (await database.all('SELECT name FROM things ORDER BY name')).map(({ name }) => name);

describe.each([
  ['is stopped', false],
  ['loses its power', true],
])('tables in PostgreSQL, when the server %s', (_how, kill) => {
  it('are unavailable until it is back, keep what was answered, and go on by themselves', async () => {
    await add('before');
    await server.down(kill);
    await expect(add('meanwhile')).rejects.toThrow(DatabaseUnavailable);
    await expect(database.transaction(() => add('meanwhile'))).rejects.toThrow(DatabaseUnavailable);
    await server.up();
    await add('after');
    expect(await names()).toEqual(['after', 'before']);
  });

  it('keep nothing of a transaction that was under way', async () => {
    const broken = database.transaction(async () => {
      await add('half');
      await server.down(kill);
      await add('other half');
    });
    await expect(broken).rejects.toThrow(DatabaseUnavailable);
    await server.up();
    expect(await names()).toEqual([]);
  });
});
