import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/apps/ledger/src/main.js');
const STARTS_IN_MS = 90_000;

/** What a process answered, or nothing when the connection broke before it did. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One API process of a cluster: the built service with a data folder of its own, over a socket. */
export class ApiProcess {
  readonly url: string;
  /** Printed by a process that found nobody set up. */
  readonly setUpCode: string | undefined;
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #said: readonly string[];

  private constructor(child: ChildProcess, url: string, said: readonly string[]) {
    this.#child = child;
    this.url = url;
    this.#said = said;
    this.setUpCode = /one-time code\s+(\S+)/.exec(said.join('\n'))?.[1];
    this.ended = new Promise((resolve) => child.once('exit', resolve));
  }

  /** Starts it on a free port of loopback, and waits until it says that it serves. */
  static async start(data: string, env: Readonly<Record<string, string>>): Promise<ApiProcess> {
    const args = [MAIN, '--data', data, '--port', '0', '--log-level', 'error'];
    const limits = { OBLIGO_RATE_ADDRESS: '0', OBLIGO_RATE_IDENTITY: '0' };
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...limits, ...env },
    });
    const said: string[] = [];
    const lines = createInterface({ input: child.stderr });
    const url = await new Promise<string>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`the process ${why}: ${said.join('\n')}`));
      const late = setTimeout(() => {
        child.kill('SIGKILL');
        fail('did not serve in time');
      }, STARTS_IN_MS);
      child.once('exit', () => {
        clearTimeout(late);
        fail('ended before it served');
      });
      let found: string | undefined;
      const served = () => {
        clearTimeout(late);
        if (found !== undefined) resolve(found);
      };
      lines.on('line', (line) => {
        said.push(line);
        found ??= /(http:\/\/\S+)\/api\/v1/.exec(line)?.[1];
        // What it says of itself ends with how to try it, or with the code where nobody is set up.
        if (line.includes('try it')) setTimeout(served, 100);
      });
    });
    return new ApiProcess(child, url, said);
  }

  /** What it wrote to its log, for a test that fails. */
  get log(): string {
    return this.#said.join('\n');
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    return this.ended;
  }

  async ask(
    path: string,
    { token, body, key }: { token?: string; body?: unknown; key?: string } = {},
  ): Promise<Answer | undefined> {
    try {
      const reply = await this.#send(path, token, body, key);
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      return { status: reply.status, body: isJson ? (JSON.parse(text) as Answer['body']) : { text } };
    } catch {
      return undefined;
    }
  }

  /** The whole answer as it came over the line. */
  async text(path: string, token: string): Promise<string> {
    return (await this.#send(path, token)).text();
  }

  #send(path: string, token?: string, body?: unknown, key?: string): Promise<Response> {
    const url = path.startsWith('/') ? `${this.url}${path}` : `${this.url}/api/v1/${path}`;
    return fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
