import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import {
  copyInto,
  delayBefore,
  inTransaction,
  isConflict,
  isUnavailable,
  migrate,
  NewerSchema,
  openPool,
} from './index.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await postgresForTests({ restartable: true });
}, 120_000);
afterAll(() => server.stop());

async function withPool<T>(use: (pool: ReturnType<typeof openPool>) => Promise<T>): Promise<T> {
  const pool = openPool({ url: await server.createDatabase(), application: 'spec', connectTimeoutMs: 2_000 });
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
}

describe('What comes from PostgreSQL', () => {
  it('is exact: whole numbers as bigint, decimals and moments as the text of the server', () =>
    withPool(async (pool) => {
      const { rows } = await pool.query(
        `SELECT 9007199254740993::bigint AS big, 7::int AS small, 90071992547409.93::numeric(20,2) AS baht,
                true AS yes, '2026-01-15'::date AS day, 0.1::float8 AS float, '\\x00ff'::bytea AS bytes,
                '2026-01-15 09:00:00.123456+00'::timestamptz AT TIME ZONE 'UTC' AS moment`,
      );
      expect(rows[0]).toEqual({
        big: 9007199254740993n,
        small: 7,
        baht: '90071992547409.93',
        yes: true,
        day: '2026-01-15',
        float: '0.1',
        bytes: Buffer.from([0, 255]),
        moment: '2026-01-15 09:00:00.123456',
      });
    }));
});

describe('A bulk copy', () => {
  const texts = ['แผนงบประมาณ', 'a\tb\nc\rd\\e', '', '\\N', '"', null];

  it('brings every text, number and byte over as it was', () =>
    withPool(async (pool) => {
      await pool.query('CREATE TABLE "odd name" (id bigint, "a text" text, bytes bytea)');
      const rows = texts.map(
        (text, index) => [2n ** 60n + BigInt(index), text, Buffer.from(text ?? '')] as const,
      );
      const target = { table: 'odd name', columns: ['id', 'a text', 'bytes'] };
      const count = await inTransaction(pool, (client) => copyInto(client, target, rows));
      expect(count).toBe(texts.length);
      const read = await pool.query('SELECT * FROM "odd name" ORDER BY id');
      expect(read.rows.map((row) => Object.values(row as Record<string, unknown>))).toEqual(
        rows.map((row) => [...row]),
      );
    }));

  it('takes a hundred thousand rows in chunks and none at all alike', () =>
    withPool(async (pool) => {
      await pool.query('CREATE TABLE many (n bigint)');
      const target = { table: 'many', columns: ['n'] };
      const rows = function* () {
        for (let n = 0; n < 100_000; n += 1) yield [n];
      };
      expect(await inTransaction(pool, (client) => copyInto(client, target, rows()))).toBe(100_000);
      expect(await inTransaction(pool, (client) => copyInto(client, target, []))).toBe(0);
      const { rows: sums } = await pool.query('SELECT sum(n) AS sum FROM many');
      expect(sums).toEqual([{ sum: '4999950000' }]);
    }));

  it('leaves nothing behind when a row breaks it, and the connection is of use again', () =>
    withPool(async (pool) => {
      await pool.query('CREATE TABLE strict (n bigint NOT NULL)');
      const copy = inTransaction(pool, (client) =>
        copyInto(client, { table: 'strict', columns: ['n'] }, [[1], [null]]),
      );
      await expect(copy).rejects.toThrow('null value in column "n"');
      expect((await pool.query('SELECT count(*) AS n FROM strict')).rows).toEqual([{ n: 0n }]);
    }));

  it('refuses a number that is not whole', () =>
    withPool(async (pool) => {
      await pool.query('CREATE TABLE whole (n bigint)');
      const copy = inTransaction(pool, (client) =>
        copyInto(client, { table: 'whole', columns: ['n'] }, [[0.1]]),
      );
      await expect(copy).rejects.toThrow('0.1 is not a whole number');
    }));
});

describe('Steps of a schema', () => {
  const first = { name: 'first', sql: 'CREATE TABLE kept (n bigint); INSERT INTO kept VALUES (1)' };
  const second = { name: 'second', sql: 'ALTER TABLE kept ADD COLUMN m bigint' };

  it('are taken once, however many processes start at the same moment', () =>
    withPool(async (pool) => {
      await Promise.all(Array.from({ length: 5 }, () => migrate(pool, 'shared', [first])));
      await migrate(pool, 'shared', [first, second]);
      expect((await pool.query('SELECT * FROM shared.kept')).rows).toEqual([{ n: 1n, m: null }]);
    }));

  it('are refused by an older version of the product', () =>
    withPool(async (pool) => {
      await migrate(pool, 'shared', [first, second]);
      await expect(migrate(pool, 'shared', [first])).rejects.toThrow(NewerSchema);
    }));

  it('leave nothing of a step that fails', () =>
    withPool(async (pool) => {
      const broken = { name: 'broken', sql: 'CREATE TABLE half (n bigint); SELECT nonsense' };
      await expect(migrate(pool, 'shared', [first, broken])).rejects.toThrow('nonsense');
      expect((await pool.query(`SELECT to_regnamespace('shared')::text AS found`)).rows).toEqual([
        { found: null },
      ]);
    }));
});

describe('A server that goes away', () => {
  it('is told apart from a conflict, and the pool recovers by itself', () =>
    withPool(async (pool) => {
      await pool.query('SELECT 1');
      const hanging = inTransaction(pool, (client) => client.query('SELECT pg_sleep(60)'));
      const told = hanging.catch((error: unknown) => error);
      await server.restart(true);
      expect(isUnavailable(await told)).toBe(true);
      expect((await pool.query('SELECT 1::int AS one')).rows).toEqual([{ one: 1 }]);
    }));

  it('ends no process that holds a connection, at work or not', () =>
    withPool(async (pool) => {
      const [idle, busy] = [await pool.connect(), await pool.connect()];
      const told = busy.query('SELECT pg_sleep(60)').catch((error: unknown) => error);
      await server.restart(true);
      expect(isUnavailable(await told)).toBe(true);
      expect(isUnavailable(await idle.query('SELECT 1').catch((error: unknown) => error))).toBe(true);
      for (const client of [idle, busy]) client.release(true);
      expect((await pool.query('SELECT 1::int AS one')).rows).toEqual([{ one: 1 }]);
    }));

  it('is unavailable while it is down', () =>
    withPool(async (pool) => {
      await server.down();
      try {
        const error = await pool.query('SELECT 1').catch((thrown: unknown) => thrown);
        expect(isUnavailable(error)).toBe(true);
        expect(isConflict(error)).toBe(false);
      } finally {
        await server.up();
      }
    }));

  it('is asked again after a time that grows, differs and has an end', () => {
    expect([0, 1, 2, 20].map((attempt) => delayBefore(attempt, () => 1))).toEqual([50, 100, 200, 5_000]);
    expect(delayBefore(20, () => 0)).toBe(2_500);
  });
});

describe('Two transactions in each other’s way', () => {
  it('end with a conflict for one of them', () =>
    withPool(async (pool) => {
      await pool.query('CREATE TABLE balance (n bigint); INSERT INTO balance VALUES (1)');
      const take = () =>
        inTransaction(
          pool,
          async (client) => {
            await client.query('SELECT n FROM balance');
            await client.query('UPDATE balance SET n = n + 1');
          },
          'SERIALIZABLE',
        );
      const ends = await Promise.allSettled(Array.from({ length: 4 }, take));
      const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
      expect(refused.every(isConflict)).toBe(true);
      const { rows } = await pool.query<{ n: bigint }>('SELECT n FROM balance');
      expect(rows[0]?.n).toBe(BigInt(1 + ends.length - refused.length));
    }));
});

describe('A server named by the environment', () => {
  const NAME = 'OBLIGO_TEST_POSTGRES';
  const before = process.env[NAME];
  afterEach(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, NAME);
    else process.env[NAME] = before;
  });

  it('is used by suites that leave it running, and nothing is left in it', async () => {
    process.env[NAME] = server.url;
    const named = await postgresForTests();
    const database = new URL(await named.createDatabase()).pathname.slice(1);
    await expect(named.restart()).rejects.toThrow('not ours');
    await named.stop();
    const pool = openPool({ url: server.url, application: 'spec' });
    const { rows } = await pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    await pool.end();
    expect(rows).toEqual([]);
  });
});
