import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../install.mjs';

/** The demonstration, served from a folder that is gone afterwards. */
export interface ServedDemo {
  readonly url: string;
  passwordOf(name: string): string;
  stop(): Promise<void>;
}

/** Loads the sample and serves it on a free port, as `npm run demo` does. */
export async function servedDemo(): Promise<ServedDemo> {
  const data = mkdtempSync(path.join(tmpdir(), 'obligo-shown-'));
  const port = await freePort();
  const args = [path.join(ROOT, 'scripts/run.mjs'), 'demo', '--data', data, '--port', String(port)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null && !(await isReady(url)))
    await new Promise((resolve) => setTimeout(resolve, 100));
  if (child.exitCode !== null) throw new Error('The demonstration did not start.');
  const users = JSON.parse(readFileSync(path.join(data, 'demo-users.json'), 'utf8')) as {
    name: string;
    password: string;
  }[];
  return {
    url,
    passwordOf: (name) => {
      const user = users.find((one) => one.name === name);
      if (!user) throw new Error(`The demonstration has no ${name}.`);
      return user.password;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      for (const made of [data, `${data}.keys`]) rmSync(made, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const isReady = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok ?? false;
