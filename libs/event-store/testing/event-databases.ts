import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe } from '@jest/globals';

/** A scheme of connection strings, and with it a client library. */
export type EventDatabase = 'kurrentdb' | 'esdb';

const VARIABLES: Readonly<Record<EventDatabase, string>> = {
  kurrentdb: 'OBLIGO_TEST_KURRENTDB',
  esdb: 'OBLIGO_TEST_ESDB',
};
/** One server for both schemes: it speaks the protocols of both libraries. */
const IMAGE = process.env['OBLIGO_TEST_KURRENTDB_IMAGE'] ?? 'docker.kurrent.io/kurrent-latest/kurrentdb:26.1';
const PORT_IN_CONTAINER = 2113;
const CONTAINER_MS = 180_000;

/**
 * Declares a suite that runs on a real event database: the one named by `OBLIGO_TEST_KURRENTDB` or `OBLIGO_TEST_ESDB`,
 * else one in a container where Docker is there. Else the suite is skipped by its name, and says why.
 */
export function describeOnEventDatabase(
  database: EventDatabase,
  name: string,
  declare: (server: string) => void,
): void {
  const given = process.env[VARIABLES[database]];
  if (given !== undefined && given !== '') {
    describe(name, () => declare(given));
    return;
  }
  if (!hasDocker()) {
    describe.skip(`${name} (left out: no ${VARIABLES[database]}, no Docker)`, () => {
      declare(`${database}://nowhere:2113?tls=false`);
    });
    return;
  }
  // The address must be known before the container runs: so the port is ours, not one that Docker picks.
  const port = 20_000 + (process.pid % 20_000);
  describe(name, () => {
    runContainer(port);
    declare(`${database}://127.0.0.1:${port}?tls=false`);
  });
}

/** What can be done to a server of a test. `pause` stops its process without ending it. */
export type ServerCommand = 'start' | 'stop' | 'kill' | 'pause' | 'resume';
export type ServerControl = (command: ServerCommand) => Promise<void>;

const run = promisify(execFile);

/**
 * Declares a suite that stops, kills and starts its server by the command in `OBLIGO_TEST_KURRENTDB_CONTROL` or
 * `OBLIGO_TEST_ESDB_CONTROL`; where there is none it is skipped by its name, and says why.
 */
export function describeOnControlledEventDatabase(
  database: EventDatabase,
  name: string,
  declare: (server: string, control: ServerControl) => void,
): void {
  const [given, command] = [process.env[VARIABLES[database]], process.env[`${VARIABLES[database]}_CONTROL`]];
  if (given && command) {
    const control: ServerControl = async (what) => {
      await run(command, [what], { timeout: 60_000 });
    };
    describe(name, () => declare(given, control));
    return;
  }
  describe.skip(`${name} (left out: no ${VARIABLES[database]}_CONTROL)`, () => {
    declare(`${database}://nowhere:2113?tls=false`, () => Promise.resolve());
  });
}

/** What can be done to the nodes of a cluster of a test. `start` starts those that are down, and waits for a leader. */
export type ClusterCommand = 'kill-leader' | 'stop-leader' | 'start';
export type ClusterControl = (command: ClusterCommand) => Promise<void>;

/**
 * Declares a suite on three nodes, named by `OBLIGO_TEST_KURRENTDB_CLUSTER` or `OBLIGO_TEST_ESDB_CLUSTER`, whose leader
 * is ended by the command in the same name with `_CONTROL`; where they are not given it is skipped by its name, and says
 * why.
 */
export function describeOnEventDatabaseCluster(
  database: EventDatabase,
  name: string,
  declare: (cluster: string, control: ClusterControl) => void,
): void {
  const variable = `${VARIABLES[database]}_CLUSTER`;
  const [given, command] = [process.env[variable], process.env[`${variable}_CONTROL`]];
  if (given && command) {
    const control: ClusterControl = async (what) => {
      await run(command, [what], { timeout: 120_000 });
    };
    describe(name, () => declare(given, control));
    return;
  }
  describe.skip(`${name} (left out: no ${given ? `${variable}_CONTROL` : variable})`, () => {
    declare(`${database}://nowhere:2113,nowhere:2114,nowhere:2115?tls=false`, () => Promise.resolve());
  });
}

const hasDocker = (): boolean =>
  process.env['DOCKER_HOST'] !== undefined || existsSync('/var/run/docker.sock');

function runContainer(port: number): void {
  let stop: (() => Promise<unknown>) | undefined;
  beforeAll(async () => {
    const { KurrentDbContainer } = await import('@testcontainers/kurrentdb');
    const container = new KurrentDbContainer(IMAGE).withExposedPorts({
      container: PORT_IN_CONTAINER,
      host: port,
    });
    const started = await container.start();
    stop = () => started.stop();
  }, CONTAINER_MS);
  afterAll(() => stop?.(), CONTAINER_MS);
}
