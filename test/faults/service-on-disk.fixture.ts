import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const MAIN = join(import.meta.dirname, '../../dist/apps/ledger/src/main.js');
const STARTS_IN_MS = 60_000;

/** What an answer was; nothing where the connection broke before it came. */
export interface Answer {
  readonly status: number;
  /** Seconds, where it says when to ask again. */
  readonly retryAfter: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Wraps the command of a program so that it meets the disk in question; what takes signals and exits is the program. */
export type Disk = (...command: readonly string[]) => readonly [string, ...string[]];

/** The disk of this machine, as fast and as large as it is. */
export const plainDisk: Disk = (program = '', ...args) => [program, ...args];

/** The built service over a data folder on a disk of some kind, as a process of its own. */
export class ServiceOnDisk {
  readonly ended: Promise<number | null>;
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
    this.ended = new Promise((resolve) => child.once('exit', resolve));
  }

  /** Starts it on a free port of loopback. */
  static async start(
    data: string,
    disk: Disk,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ServiceOnDisk> {
    const command = [process.execPath, MAIN, '--data', data, '--port', '0', '--log-level', 'error'];
    const [program, ...args] = disk(...command);
    const limits = { OBLIGO_RATE_ADDRESS: '0', OBLIGO_RATE_IDENTITY: '0', OBLIGO_DRAIN_SECONDS: '0' };
    const env = { ...process.env, ...limits, ...settings };
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
    const late = setTimeout(() => child.kill('SIGKILL'), STARTS_IN_MS);
    const said: string[] = [];
    try {
      for await (const line of createInterface({ input: child.stderr })) {
        said.push(line);
        const url = /(http:\/\/\S+)\/api\/v1/.exec(line)?.[1];
        if (url !== undefined) return new ServiceOnDisk(child, url);
      }
    } finally {
      clearTimeout(late);
      child.stderr.resume();
    }
    throw new Error(`the service did not serve: ${said.join('\n')}`);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The most memory that it ever had, in bytes; nothing where the system does not tell, or a tracer is in between. */
  get peakMemory(): number | undefined {
    const file = `/proc/${String(this.#child.pid)}/status`;
    const kibibytes = existsSync(file)
      ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1]
      : undefined;
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.#child.kill(signal);
    const code = await this.ended;
    this.#agent.destroy();
    return code;
  }

  /**
   * Posts a body, or asks where there is none. A path without a leading slash is one of the API. Who has no token comes
   * over a connection of its own, as a probe does.
   */
  async ask(
    path: string,
    { token, key, body }: { token?: string; key?: string; body?: unknown } = {},
  ): Promise<Answer | undefined> {
    const url = path.startsWith('/') ? `${this.url}${path}` : `${this.url}/api/v1/${path}`;
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const method = body === undefined ? 'GET' : 'POST';
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
    const agent = token === undefined ? false : this.#agent;
    const asked = request(url, { method, headers, agent }, (answer) => {
      text(answer).then(
        (said) => {
          const isJson = answer.headers['content-type']?.includes('json') ?? false;
          const retryAfter = answer.headers['retry-after'];
          const read = isJson ? (JSON.parse(said) as Answer['body']) : { text: said };
          resolve({ status: answer.statusCode ?? 0, retryAfter, body: read });
        },
        () => resolve(undefined),
      );
    });
    asked.on('error', () => resolve(undefined));
    asked.end(body === undefined ? undefined : JSON.stringify(body));
    return promise;
  }
}
