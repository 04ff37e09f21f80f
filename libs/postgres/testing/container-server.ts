import type { Server } from './postgres-for-tests.ts';
import { freePort } from './free-port.ts';

const IMAGE = 'postgres:18-alpine';

/** PostgreSQL in a container, on a port that stays the same over a restart. */
export async function containerServer(): Promise<Server> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const port = await freePort();
  const container = await new PostgreSqlContainer(IMAGE)
    .withExposedPorts({ container: 5432, host: port })
    .start();
  return {
    url: container.getConnectionUri(),
    // A container that is given no time is killed; one that is given some is asked first.
    down: (kill) => container.stop({ remove: false, timeout: kill ? 0 : 10_000 }).then(() => undefined),
    up: () => container.restart(),
    stop: () => container.stop().then(() => undefined),
  };
}
