import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { budgetAccount, type AccountCommand } from '#budget';
import { type EventStore, openEventStore, openSqliteEventStore, parseStoreHome } from '#event-store';
import { type CivilDate, type FiscalYear, type Instant, parseBaht, streams } from '#kernel';
import { posting, Recorder } from '#posting';
import { ledgerBook } from '#verification';

const MAIN = join(import.meta.dirname, 'main.ts');
const YEAR = 2569 as FiscalYear;
const line = { fundSource: 'annual-appropriation', category: 'operating' };
const effectiveOn = '2025-11-15' as CivilDate;

/** Asks until it is so; a condition is waited for, never a time. */
export async function until<T>(ask: () => Promise<T | undefined | false>, what: string): Promise<T> {
  const end = Date.now() + 25_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come about in time`);
    await pause(25);
  }
}

/** The folder of a ledger, and a place beside it for projectors. */
export class LedgerFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'obligo-projector-app-'));
  readonly ledger = join(this.folder, 'ledger');
  #store: EventStore | undefined;
  #recorder: Recorder | undefined;
  #keys = 0;

  open(): EventStore {
    return this.#use(openSqliteEventStore({ file: join(this.ledger, 'ledger.sqlite') }));
  }

  /** The same with the log in an event database, as another process of the ledger has it open. */
  async openAt(address: string): Promise<EventStore> {
    const home = parseStoreHome(address);
    return this.#use(
      await openEventStore({ home, log: 'ledger', file: join(this.folder, 'api-copy.sqlite') }),
    );
  }

  #use(store: EventStore): EventStore {
    this.#store = store;
    const { catalogue } = ledgerBook;
    this.#recorder = new Recorder({
      store: this.#store,
      catalogue,
      clock: () => new Date().toISOString() as Instant,
    });
    return store;
  }

  /** Opens a project with money; answers the position of the last event. */
  async project(project: string): Promise<string> {
    const what = { organisation: 'etda', fiscalYear: YEAR, project, name: project, effectiveOn };
    await this.#post(project, { type: 'open-account', ...what });
    return this.#post(project, { type: 'allocate', line, amount: parseBaht('1000.00'), effectiveOn });
  }

  async #post(project: string, command: AccountCommand): Promise<string> {
    const context = { organisation: 'etda', actor: 'officer-1', idempotencyKey: `key-${(this.#keys += 1)}` };
    const stream = streams.budgetAccount('etda', YEAR, project);
    await this.#recorder?.post(posting(budgetAccount, stream, command), context);
    return (await this.#store?.head()) ?? '';
  }

  async close(): Promise<void> {
    await this.#store?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A projector as it runs in production: a process that is told by its environment. */
export class ProjectorProcess {
  readonly child: ChildProcess;
  #out = '';
  #errors = '';

  constructor(env: Record<string, string>, ...args: string[]) {
    const options = ['--conditions=source', '--disable-warning=ExperimentalWarning', MAIN];
    this.child = spawn(process.execPath, [...options, ...args], {
      env: { PATH: process.env['PATH'], OBLIGO_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.#out += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
  }

  get output(): string {
    return this.#out + this.#errors;
  }

  /** The lines of its log. */
  get lines(): Record<string, unknown>[] {
    const whole = this.#out.split('\n').slice(0, -1);
    return whole.map((text) => JSON.parse(text) as Record<string, unknown>);
  }

  /** Where it answers about its health. */
  url(): Promise<string> {
    return until(async () => {
      if (this.child.exitCode !== null) throw new Error(`it ended: ${this.output}`);
      return this.lines.find(({ event }) => event === 'started')?.['url'] as string | undefined;
    }, 'its start');
  }

  async ask(path: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${await this.url()}${path}`);
    return { status: answer.status, text: await answer.text() };
  }

  /** Waits until it is ready, or for a reason why not. */
  async says(expected: string): Promise<void> {
    let last = '';
    await until(async () => {
      const { status, text } = await this.ask('/health/ready');
      last = text;
      const body = JSON.parse(text) as { status: unknown; code?: string };
      return status === 200 ? expected === 'ready' : body.code === expected;
    }, `"${expected}", last ${last}`);
  }

  /** Waits for its end. */
  async ended(): Promise<{ code: number | null; output: string }> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return { code: this.child.exitCode, output: this.output };
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return (await this.ended()).code;
  }
}
