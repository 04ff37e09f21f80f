import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLedger, type Ledger, type LedgerOptions } from '../src/ledger.ts';

export const SAMPLE = join(import.meta.dirname, '../../../deploy/samples/etda-fy2569');

/** The tables of a folder, with some replaced or (by undefined) left out. */
export function tables(folder = SAMPLE, changed: Readonly<Record<string, string | undefined>> = {}) {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  for (const [name, content] of Object.entries(changed)) {
    if (content === undefined) files.delete(name);
    else files.set(name, content);
  }
  return [...files].map(([name, content]) => ({ name, content }));
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: Record<string, never>;
}

/** The whole service over a fresh folder, asked in process through its real routes. */
export class LedgerUnderTest {
  readonly data: string;
  #ledger: Ledger;
  readonly #options: Partial<LedgerOptions>;

  private constructor(data: string, ledger: Ledger, options: Partial<LedgerOptions>) {
    this.data = data;
    this.#ledger = ledger;
    this.#options = options;
  }

  static async open(options: Partial<LedgerOptions> = {}): Promise<LedgerUnderTest> {
    const data = mkdtempSync(join(tmpdir(), 'obligo-test-'));
    return new LedgerUnderTest(data, await start(data, options), options);
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  /** Stops the service and starts it again on the same folder. */
  async restart(): Promise<void> {
    await this.#ledger.close();
    await this.start();
  }

  /** Starts the service on its folder, which nobody holds. */
  async start(): Promise<void> {
    this.#ledger = await start(this.data, this.#options);
  }

  async close(): Promise<void> {
    await this.#ledger.close();
    for (const made of [this.data, `${this.data}.keys`]) rmSync(made, { recursive: true, force: true });
  }

  get(path: string): Promise<Reply> {
    return this.#send({ method: 'GET', url: path.startsWith('/') ? path : `/api/v1/${path}` });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    return this.#send({
      method: 'POST',
      url: `/api/v1/${path}`,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  import(files: readonly { name: string; content: string }[] = tables(), query = ''): Promise<Reply> {
    return this.post(`imports${query}`, { files });
  }

  /** An account with budget on one line, ready to be used. */
  async account(project: string, budget: string, line = LINE): Promise<void> {
    await this.must('budget-accounts', {
      fiscalYear: 2569,
      project,
      name: project,
      effectiveOn: '2025-10-01',
    });
    await this.must(`budget-accounts/2569/${project}/allocations`, {
      line,
      amount: budget,
      effectiveOn: '2025-10-01',
    });
  }

  async must(path: string, body: unknown): Promise<Reply> {
    const reply = await this.post(path, body);
    if (reply.status !== 201) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply;
  }

  async #send(request: {
    method: 'GET' | 'POST';
    url: string;
    payload?: string;
    headers?: Record<string, string>;
  }): Promise<Reply> {
    const { statusCode, headers, body } = await this.#ledger.app.inject(request);
    return {
      status: statusCode,
      headers,
      text: body,
      get json() {
        return JSON.parse(body) as Record<string, never>;
      },
    };
  }
}

export const LINE = { fundSource: 'annual-appropriation', category: 'operating' };

const start = (data: string, options: Partial<LedgerOptions>): Promise<Ledger> =>
  createLedger({ data, create: true, purpose: 'test', logLevel: 'silent', ...options });
