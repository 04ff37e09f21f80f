import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { containerServer } from './container-server.ts';
import { embeddedServer } from './embedded-server.ts';

/** A running server, and how it is stopped. */
export interface Server {
  /** Connection string of somebody who may make databases and roles. */
  readonly url: string;
  /** Ends the server: in order, or at once as a loss of power does. Absent where it is not ours to end. */
  readonly down?: (kill: boolean) => Promise<void>;
  readonly up?: () => Promise<void>;
  /** Ends it and takes away what it left. */
  readonly stop: () => Promise<void>;
}

export interface TestPostgres {
  /** Connection string of the administrator. */
  readonly url: string;
  /** Makes an empty database; answers its connection string. */
  createDatabase(): Promise<string>;
  /** Ends the server, `kill` as a loss of power does, and starts it again on the same files and port. */
  restart(kill?: boolean): Promise<void>;
  down(kill?: boolean): Promise<void>;
  up(): Promise<void>;
  /** Ends a server of ours; drops the databases on one that was named by the environment. */
  stop(): Promise<void>;
}

export interface TestPostgresOptions {
  /** The suite stops and starts the server: one named by the environment is then left alone. */
  readonly restartable?: boolean;
}

/**
 * The server for a suite: start it in `beforeAll`, stop it in `afterAll`. `OBLIGO_TEST_POSTGRES` when given (an
 * administrator's connection string), a container where Docker is present, else the binaries of the packages.
 */
export async function postgresForTests({
  restartable = false,
}: TestPostgresOptions = {}): Promise<TestPostgres> {
  const named = process.env['OBLIGO_TEST_POSTGRES'];
  const server = await startServer(restartable ? undefined : named);
  return testPostgres(server);
}

async function startServer(named: string | undefined): Promise<Server> {
  if (named) return { url: named, stop: () => Promise.resolve() };
  const hasDocker = process.env['DOCKER_HOST'] !== undefined || existsSync('/var/run/docker.sock');
  return hasDocker ? containerServer() : embeddedServer();
}

function testPostgres(server: Server): TestPostgres {
  const made: string[] = [];
  const down = async (kill = false) => {
    if (!server.down) throw new Error('this server is not ours to stop');
    await server.down(kill);
  };
  const up = async () => {
    if (!server.up) throw new Error('this server is not ours to start');
    await server.up();
  };
  return {
    url: server.url,
    async createDatabase() {
      const name = `obligo_test_${randomBytes(6).toString('hex')}`;
      await asAdministrator(server.url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
      made.push(name);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    down,
    up,
    async restart(kill = false) {
      await down(kill);
      await up();
    },
    async stop() {
      if (!server.down) {
        for (const name of made)
          await asAdministrator(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }
      await server.stop();
    },
  };
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
