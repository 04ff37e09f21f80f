import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/apps/ledger/src/main.js');

/** The built service as a process of its own, so that it can be killed. */
export class Service {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(child: ChildProcess, url: string, ended: Promise<unknown>) {
    this.#child = child;
    this.url = url;
    this.#ended = ended;
  }

  /** Starts it on a free port of loopback and waits until it says where it listens. */
  static async start(data: string): Promise<Service> {
    const child = spawn(process.execPath, [MAIN, '--data', data, '--port', '0', '--log-level', 'error'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /(http:\/\/\S+)\/api\/v1/.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error(`the service ended before it listened: ${said}`)));
    });
    return new Service(child, url, ended);
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
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
      return { status: reply.status, body: (await reply.json()) as Answer['body'] };
    } catch {
      return undefined;
    }
  }

  async get(path: string): Promise<string> {
    return (await fetch(`${this.url}/api/v1/${path}`)).text();
  }
}

export interface Answer {
  readonly status: number;
  readonly body: { readonly position?: string; readonly replayed?: boolean; readonly code?: string };
}
