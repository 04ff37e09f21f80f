import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { type Answer, ApiProcess } from './api-process.fixture.ts';

export const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
export const DAY = '2025-11-01';
const PASSWORD = 'correct horse battery staple';

/** Two API processes of one ledger: one event database, one PostgreSQL, one folder of keys, a data folder each. */
export class Cluster {
  readonly processes: ApiProcess[] = [];
  /** Tokens of people who signed in at the one process or at the other. */
  maker = '';
  admin = '';
  operator = '';
  auditor = '';
  readonly folder = mkdtempSync(join(tmpdir(), 'obligo-cluster-'));
  /** Name of the log in the event database. */
  readonly log = `t${randomBytes(6).toString('hex')}`;
  readonly #postgres: TestPostgres;
  readonly #env: Readonly<Record<string, string>>;

  private constructor(server: string, postgres: TestPostgres, env: Readonly<Record<string, string>>) {
    this.#postgres = postgres;
    const store = `${server}${server.includes('?') ? '&' : '?'}log=${this.log}`;
    this.#env = {
      OBLIGO_STORE: store,
      ...env,
      OBLIGO_KEY_FILE: join(this.folder, 'access.key'),
      OBLIGO_SEAL_KEYS: this.keys,
    };
  }

  /** `server` is the connection string of an event database; the ledger gets a log of its own there. */
  static async start(server: string): Promise<Cluster> {
    const postgres = await postgresForTests();
    const cluster = new Cluster(server, postgres, {
      OBLIGO_POSTGRES: await postgres.createDatabase(),
      OBLIGO_ORIGIN: 'ledger.example/etda',
      OBLIGO_DRAIN_SECONDS: '0',
      OBLIGO_SEAL_SECONDS: '1',
    });
    writeFileSync(join(cluster.folder, 'access.key'), `${randomBytes(32).toString('base64')}\n`, {
      mode: 0o600,
    });
    try {
      await cluster.restart(0);
      await cluster.restart(1);
      await cluster.#setUp();
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  get keys(): string {
    return join(this.folder, 'keys');
  }

  dataOf(which: number): string {
    return join(this.folder, `data-${which}`);
  }

  get one(): ApiProcess {
    return this.processes[0]!;
  }

  get other(): ApiProcess {
    return this.processes[1]!;
  }

  /** Starts a process that is not running, on the folder that it had. */
  async restart(which: number): Promise<ApiProcess> {
    const started = await ApiProcess.start(this.dataOf(which), this.#env);
    this.processes[which] = started;
    return started;
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop('SIGKILL')));
    await this.#postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** An account with budget on one line, opened by the one process. */
  async account(project: string, budget: string): Promise<void> {
    const open = { fiscalYear: 2569, project, name: project, effectiveOn: DAY };
    await this.#must(this.one, 'budget-accounts', { body: open, token: this.maker });
    const allocation = { line: LINE, amount: budget, effectiveOn: DAY };
    await this.#must(this.one, `budget-accounts/2569/${project}/allocations`, {
      body: allocation,
      token: this.maker,
    });
  }

  commit(process: ApiProcess, project: string, number: string, amount = '1.00'): Promise<Answer | undefined> {
    return process.ask(`budget-accounts/2569/${project}/commitments`, {
      token: this.maker,
      key: number,
      body: { commitment: number, line: LINE, amount, effectiveOn: DAY },
    });
  }

  /** Numbers of the commitments that a process tells of a project. */
  async commitmentsOf(process: ApiProcess, minPosition: string): Promise<string[]> {
    const csv = await process.text(
      `commitments?fiscalYear=2569&format=csv&limit=10000&minPosition=${minPosition}`,
      this.maker,
    );
    const [, ...lines] = csv.trimEnd().split('\n');
    return lines.map((line) => line.split(',')[1] ?? '').sort();
  }

  async head(process: ApiProcess): Promise<string> {
    const { body } = await this.#must(process, 'status', { token: this.operator });
    return String(body['head']);
  }

  /** The first administrator at the one process, with the code that the other printed last; the others crosswise. */
  async #setUp(): Promise<void> {
    const { one, other } = this;
    await this.#must(one, 'set-up', { body: { code: other.setUpCode, name: 'admin', password: PASSWORD } });
    this.admin = await this.#signIn(other, 'admin');
    this.maker = await this.#person('malee', ['maker', 'budget-owner']);
    this.operator = await this.#person('somchai', ['operator']);
    this.auditor = await this.#person('anong', ['auditor']);
  }

  /** Somebody whose account the one process opens, who redeems the invitation at the other, and signs in at the first. */
  async #person(name: string, roles: readonly string[]): Promise<string> {
    const { one, other } = this;
    const body = { name, roles: roles.map((role) => ({ role })) };
    const opened = await this.#must(one, 'people', { body, token: this.admin });
    const { code } = opened.body['invitation'] as { code: string };
    await this.#must(other, 'invitations/redemptions', { body: { code, password: PASSWORD } });
    return this.#signIn(one, name);
  }

  async #signIn(process: ApiProcess, name: string): Promise<string> {
    const body = { name, password: PASSWORD, as: 'token' };
    return String((await this.#must(process, 'session', { body })).body['token']);
  }

  async #must(process: ApiProcess, path: string, asking: object): Promise<Answer> {
    const answer = await process.ask(path, asking);
    if (answer !== undefined && answer.status < 300) return answer;
    throw new Error(`${path}: ${JSON.stringify(answer)}\n${process.log}`);
  }
}
