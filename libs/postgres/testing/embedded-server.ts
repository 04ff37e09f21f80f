import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import type { Server } from './postgres-for-tests.ts';

/** What the child does when it is told so; it answers `done`, or the error. */
export type Order = 'up' | 'down' | 'kill' | 'stop';
export type Answer = 'done' | { readonly failed: string };

/**
 * The binaries of the packages, looked after by a process of its own: it ends the server when this one is gone, however
 * it went.
 */
export async function embeddedServer(): Promise<Server> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'embedded-server-child.ts'), [String(port)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await tell(child, 'up');
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    down: (kill) => tell(child, kill ? 'kill' : 'down'),
    up: () => tell(child, 'up'),
    stop: async () => {
      const ended = once(child, 'exit');
      await tell(child, 'stop');
      child.disconnect();
      await ended;
    },
  };
}

function tell(child: ChildProcess, order: Order): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the process that looks after PostgreSQL ended'));
    child.once('exit', onExit);
    child.once('message', (answer: Answer) => {
      child.off('exit', onExit);
      if (answer === 'done') resolve();
      else reject(new Error(answer.failed));
    });
    child.send(order);
  });
}
