import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits, Role } from '#access';
import type { Instant } from '#kernel';
import type { AccessSettings } from '../src/access/settings.ts';
import { createLedger, type Ledger, type LedgerOptions } from '../src/ledger.ts';

/** Passwords of tests are tried cheaply; what they cost in earnest is tested where they are hashed. */
export const CHEAP = { memoryKiB: 64, passes: 1 } as const;
export const PASSWORD = 'correct horse battery staple';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Who asks; nobody when absent. */
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type GivenRole = readonly [role: Role, limits?: Limits];

/** The service as it stands behind a socket: it believes nobody. Asked in process through its real routes. */
export class ServedLedger {
  readonly data: string;
  /** Token of the administrator. */
  admin = '';
  readonly clock: { now: number };
  #ledger: Ledger;
  readonly #options: Partial<LedgerOptions>;

  private constructor(data: string, ledger: Ledger, clock: { now: number }, options: Partial<LedgerOptions>) {
    this.data = data;
    this.#ledger = ledger;
    this.clock = clock;
    this.#options = options;
  }

  /** A fresh ledger without an administrator. */
  static async empty(
    options: Partial<LedgerOptions> & { readonly settings?: Partial<AccessSettings> } = {},
  ): Promise<ServedLedger> {
    const data = mkdtempSync(join(tmpdir(), 'obligo-served-'));
    const clock = { now: Date.parse('2025-12-05T02:00:00.000Z') };
    const { settings, ...others } = options;
    const access = { session: { idleMinutes: 60, hours: 12 }, ...settings };
    const all = {
      passwordCost: CHEAP,
      clock: () => new Date(clock.now++).toISOString() as Instant,
      access,
      ...others,
    };
    return new ServedLedger(data, await start(data, all), clock, all);
  }

  /** A ledger with an administrator called admin. */
  static async open(options: Parameters<typeof ServedLedger.empty>[0] = {}): Promise<ServedLedger> {
    const served = await ServedLedger.empty(options);
    await served.setUp();
    return served;
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  async setUp(): Promise<void> {
    const { code } = await this.#ledger.embedded.identities.setUp.issue();
    await this.must('set-up', { body: { code, name: 'admin', password: PASSWORD } });
    this.admin = await this.signIn('admin');
  }

  async restart(): Promise<void> {
    await this.#ledger.close();
    this.#ledger = await start(this.data, this.#options);
  }

  async close(): Promise<void> {
    await this.#ledger.close();
    for (const made of [this.data, `${this.data}.keys`]) rmSync(made, { recursive: true, force: true });
  }

  /** Opens an account with roles; answers the token of the person, who has signed in. */
  async person(name: string, ...roles: readonly GivenRole[]): Promise<string> {
    const given = roles.map(([role, limits]) => ({ role, ...(limits === undefined ? {} : { limits }) }));
    const opened = await this.must('people', { token: this.admin, body: { name, roles: given } });
    const { code } = opened.json['invitation'] as { code: string };
    await this.must('invitations/redemptions', { body: { code, password: PASSWORD } });
    return this.signIn(name);
  }

  async signIn(name: string, password = PASSWORD): Promise<string> {
    const { json } = await this.must('session', { body: { name, password, as: 'token' } });
    return json['token'] as string;
  }

  /** Asks a path under /api/v1, or any other that begins with a slash. */
  async ask(path: string, asking: Asking = {}): Promise<Answer> {
    const { token, body, headers = {}, method = body === undefined ? 'GET' : 'POST' } = asking;
    const reply = await this.#ledger.app.inject({
      method,
      url: path.startsWith('/') ? path : `/api/v1/${path}`,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return {
      status: reply.statusCode,
      headers: reply.headers,
      text: reply.body,
      get json() {
        return JSON.parse(reply.body) as Record<string, unknown>;
      },
    };
  }

  async must(path: string, asking: Asking = {}): Promise<Answer> {
    const answer = await this.ask(path, asking);
    if (answer.status >= 300) throw new Error(`${path}: ${String(answer.status)} ${answer.text}`);
    return answer;
  }

  /** The code of a refusal, or `recorded` and the like by status. */
  async codeOf(path: string, asking: Asking = {}): Promise<string> {
    const { status, json } = await this.ask(path, asking);
    return status < 400 ? `answered ${String(status)}` : String(json['code']);
  }

  /** Everything that lies in the folder, byte by byte. */
  files(): string {
    const names = readdirSync(this.data, { withFileTypes: true }).filter((entry) => entry.isFile());
    return names.map(({ name }) => readFileSync(join(this.data, name), 'latin1')).join('');
  }

  /** Where the log ends: unchanged when nothing was stored. */
  async head(): Promise<string | undefined> {
    return this.#ledger.embedded.store.head();
  }
}

const start = (data: string, options: Partial<LedgerOptions>): Promise<Ledger> =>
  createLedger({ data, create: true, purpose: 'test', logLevel: 'silent', ...options });
