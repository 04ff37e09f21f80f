import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountInFolder } from '../../apps/ledger/testing/account-in-folder.fixture.ts';

const MAIN = join(import.meta.dirname, '../../dist/apps/ledger/src/main.js');

/** The built service as a process of its own, so that it can be killed. */
export class Service {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #token: string;

  private constructor(child: ChildProcess, url: string, ended: Promise<unknown>, token: string) {
    this.#token = token;
    this.#child = child;
    this.url = url;
    this.#ended = ended;
  }

  /** Starts it on a free port of loopback and waits until it says where it listens; asked by a maker. */
  static async start(data: string): Promise<Service> {
    const token = await makerOf(data);
    const child = spawn(process.execPath, [MAIN, '--data', data, '--port', '0', '--log-level', 'error'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Twenty officers of one test are one identity at one address.
      env: { ...process.env, OBLIGO_RATE_ADDRESS: '0', OBLIGO_RATE_IDENTITY: '0' },
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Error(`the service did not listen within a minute: ${said}`));
      }, 60_000);
      child.once('exit', () => clearTimeout(late));
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /(http:\/\/\S+)\/api\/v1/.exec(said)?.[1];
        if (!found) return;
        clearTimeout(late);
        resolve(found);
      });
      child.once('exit', () => reject(new Error(`the service ended before it listened: ${said}`)));
    });
    return new Service(child, url, ended, token);
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
  }

  /** The answer, or nothing when the connection broke before it came. */
  async post(path: string, body: unknown, key: string): Promise<Answer | undefined> {
    try {
      const reply = await fetch(`${this.url}/api/v1/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          authorization: `Bearer ${this.#token}`,
        },
        body: JSON.stringify(body),
      });
      return { status: reply.status, body: (await reply.json()) as Answer['body'] };
    } catch {
      return undefined;
    }
  }

  async get(path: string): Promise<string> {
    const headers = { authorization: `Bearer ${this.#token}` };
    return (await fetch(`${this.url}/api/v1/${path}`, { headers })).text();
  }
}

export interface Answer {
  readonly status: number;
  readonly body: { readonly position?: string; readonly replayed?: boolean; readonly code?: string };
}

/** The token of the maker of a folder, made when the folder is first served. */
async function makerOf(data: string): Promise<string> {
  const file = `${data}.token`;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const token = await accountInFolder(data, 'maker', 'maker');
  writeFileSync(file, token, { mode: 0o600 });
  return token;
}
