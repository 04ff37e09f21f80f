import { afterAll, beforeAll } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openPool, type Pool } from '#postgres';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import type { DatabaseHome } from '../src/index.ts';

/** A database of tests, as its tables are seen from outside of the product. */
export interface TestDatabase {
  /** A home of tables that nobody has used. */
  fresh(): Promise<DatabaseHome>;
  /** Everything that is kept there, as text to be searched. */
  everything(home: DatabaseHome): Promise<string>;
  /** What a foreign tool does to the tables; throws what the database says to it. */
  foreign(home: DatabaseHome, statement: string): Promise<void>;
}

export interface TestDatabaseKind {
  readonly dialect: 'sqlite' | 'postgres';
  /** To be called where a suite is described: starts what it needs before the tests, and stops it after them. */
  use(): TestDatabase;
}

const fileOf = (home: DatabaseHome): string => ('file' in home ? home.file : '');

export const SQLITE: TestDatabaseKind = {
  dialect: 'sqlite',
  use() {
    const dir = mkdtempSync(join(tmpdir(), 'obligo-database-'));
    afterAll(() => rmSync(dir, { recursive: true, force: true }));
    let count = 0;
    return {
      fresh: async () => ({ file: join(dir, `${String((count += 1))}.sqlite`) }),
      everything: async (home) => {
        const file = fileOf(home);
        const files = readdirSync(dir).filter((name) => join(dir, name).startsWith(file));
        return files.map((name) => readFileSync(join(dir, name), 'latin1')).join('');
      },
      foreign: async (home, statement) => {
        const database = new DatabaseSync(fileOf(home));
        try {
          database.exec(statement);
        } finally {
          database.close();
        }
      },
    };
  },
};

export const POSTGRES: TestDatabaseKind = {
  dialect: 'postgres',
  use() {
    let server: TestPostgres;
    let url: string;
    let pool: Pool;
    beforeAll(async () => {
      server = await postgresForTests();
      url = await server.createDatabase();
      pool = openPool({ url, application: 'tests', size: 1 });
    }, 120_000);
    afterAll(async () => {
      await pool.end();
      await server.stop();
    });
    return {
      fresh: async () => {
        for (const schema of await schemasIn(pool)) await pool.query(`DROP SCHEMA "${schema}" CASCADE`);
        return { postgres: url };
      },
      everything: () => allRows(pool),
      foreign: async (_home, statement) => {
        const path = (await schemasIn(pool)).map((schema) => `"${schema}"`).join(', ');
        await pool.query(`SET search_path TO ${path}`);
        await pool.query(statement);
      },
    };
  },
};

async function schemasIn(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    String.raw`SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'obligo\_%'`,
  );
  return rows.map(({ name }) => name);
}

async function allRows(pool: Pool): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    String.raw`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname LIKE 'obligo\_%'`,
  );
  let all = '';
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
    all += rows.map(({ text }) => text).join('\n');
  }
  return all;
}

/** For `describe.each`. */
export const DATABASES: readonly (readonly [name: string, kind: TestDatabaseKind])[] = [
  ['SQLite', SQLITE],
  ['PostgreSQL', POSTGRES],
];
