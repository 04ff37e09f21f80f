import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = path.join(import.meta.dirname, '../../../dist/apps/ledger/src/main.js');
const PASSWORD = 'correct horse battery staple';
const PATIENCE_MS = 300_000;

const running = new Set<ChildProcess>();
/** A bench that fails leaves no service behind. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

type Role = 'maker' | 'operator' | 'auditor' | 'reader';

export interface Start {
  readonly data: string;
  /** Another program that takes the same arguments. */
  readonly main?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The built service with everything on, as a process of its own; what it logs goes to a file, as it does in earnest. */
export class Service {
  readonly url: string;
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #log: string;
  readonly #tokens = new Map<Role, string>();
  #admin: string | undefined;

  private constructor(child: ChildProcess, url: string, log: string) {
    this.#child = child;
    this.url = url;
    this.port = Number(new URL(url).port);
    this.#log = log;
  }

  /** Starts it on a free port of loopback and waits until it says where it listens. */
  static async start({ data, main = MAIN, env = {} }: Start): Promise<Service> {
    const log = `${data}.log`;
    const handle = openSync(log, 'w');
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, '--data', data, '--port', '0'],
      {
        stdio: ['ignore', 'ignore', handle],
        // The load of a bench is one identity at one address.
        env: { ...process.env, OBLIGO_RATE_ADDRESS: '0', OBLIGO_RATE_IDENTITY: '0', ...env },
      },
    );
    closeSync(handle);
    running.add(child);
    child.once('exit', () => running.delete(child));
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const url = /(http:\/\/\S+)\/api\/v1/.exec(readFileSync(log, 'utf8'))?.[1];
      if (url !== undefined) return new Service(child, url, log);
      if (child.exitCode !== null || performance.now() > until)
        throw new Error(`the service did not listen: ${readFileSync(log, 'utf8')}`);
      await pause(5);
    }
  }

  /** The token of a person in this role, opened when first asked for; the first one sets the ledger up. */
  async as(role: Role): Promise<string> {
    const known = this.#tokens.get(role);
    if (known !== undefined) return known;
    this.#admin ??= await this.#setUp();
    const person = { name: `bench-${role}`, roles: [{ role }] };
    const opened = (await this.ask('people', person, this.#admin)) as {
      readonly invitation: { readonly code: string };
    };
    await this.ask('invitations/redemptions', { code: opened.invitation.code, password: PASSWORD });
    const token = await this.#signIn(person.name);
    this.#tokens.set(role, token);
    return token;
  }

  /** Asks a path under /api/v1 and reads the answer. Rejects when it is a refusal. */
  async ask(route: string, body?: object, by?: string): Promise<unknown> {
    const reply = await fetch(`${this.url}/api/v1/${route}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(by === undefined ? {} : { authorization: `Bearer ${by}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${route}: ${reply.status} ${text}`);
    return JSON.parse(text);
  }

  /** Waits until it says that it is ready: its read models are at the head of its log. */
  async ready(): Promise<void> {
    const isReady = async (): Promise<boolean> =>
      (await fetch(`${this.url}/health/ready`).catch(() => undefined))?.ok ?? false;
    while (!(await isReady())) {
      if (this.#child.exitCode !== null)
        throw new Error(`the service ended: ${readFileSync(this.#log, 'utf8')}`);
      await pause(5);
    }
  }

  /** Bytes that the process holds in memory now. */
  get memory(): number {
    const kibibytes = execFileSync('ps', ['-o', 'rss=', '-p', String(this.#child.pid)], { encoding: 'utf8' });
    return Number(kibibytes) * 1024;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }

  async #setUp(): Promise<string> {
    const code = /one-time code {2}(\S+)/.exec(readFileSync(this.#log, 'utf8'))?.[1];
    if (code === undefined) throw new Error('the service told no code to set it up');
    await this.ask('set-up', { code, name: 'admin', password: PASSWORD });
    return this.#signIn('admin');
  }

  async #signIn(name: string): Promise<string> {
    const session = (await this.ask('session', { name, password: PASSWORD, as: 'token' })) as {
      readonly token: string;
    };
    return session.token;
  }
}
