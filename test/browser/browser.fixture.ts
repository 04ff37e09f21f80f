import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { LedgerUnderTest } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { createLedger, type Ledger, type LedgerOptions } from '../../apps/ledger/src/ledger.ts';
import { type DemoUser, withDemoUsers } from '../../scripts/demo/demo-users.ts';
import { findChromium, launchChromium } from '../../apps/ledger/src/publishing/chromium.ts';

const WEB = process.env['OBLIGO_TEST_WEB'] ?? path.join(import.meta.dirname, '../../dist/apps/web');

let browser: Promise<Browser> | undefined;
let template: Promise<{ readonly data: string; readonly users: readonly DemoUser[] }> | undefined;

/** One browser for all tests of a file. */
function launched(): Promise<Browser> {
  const executablePath = findChromium(process.env['OBLIGO_CHROMIUM']);
  if (executablePath === undefined) throw new Error('There is no Chromium on this machine.');
  browser ??= launchChromium(executablePath);
  return browser;
}

/** Where the sample is kept for all files of a run; for those of one file when it is not said. */
const KEPT = process.env['OBLIGO_TEST_SAMPLE'];

/** The sample of fiscal year 2569 with a demo user of each role, made once. */
function sample(): NonNullable<typeof template> {
  template ??= (async () => {
    if (KEPT !== undefined && existsSync(KEPT)) return { data: KEPT, users: await withDemoUsers(KEPT) };
    const imported = await LedgerUnderTest.open();
    const { status, text } = await imported.import();
    if (status >= 300) throw new Error(`the sample was refused: ${text}`);
    await imported.ledger.close();
    const users = await withDemoUsers(imported.data);
    if (KEPT === undefined) return { data: imported.data, users };
    renameSync(imported.data, KEPT);
    return { data: KEPT, users };
  })();
  return template;
}

export interface PageOptions extends BrowserContextOptions {
  /** Other than `/`. */
  readonly at?: string;
}

/** A ledger that listens, with browsers on it. */
export class BrowsedLedger {
  readonly url: string;
  readonly data: string;
  readonly ledger: Ledger;
  readonly users: readonly DemoUser[];
  readonly #contexts: BrowserContext[] = [];
  readonly #tokens = new Map<string, string>();
  readonly #kept = new Map<string | undefined, Promise<Page>>();

  constructor(ledger: Ledger, url: string, data: string, users: readonly DemoUser[]) {
    this.ledger = ledger;
    this.url = url;
    this.data = data;
    this.users = users;
  }

  /** A page of somebody who is signed in, or of nobody; in Thai unless its address says otherwise. */
  async page(name: string | undefined, at = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await (
      await launched()
    ).newContext({
      baseURL: this.url,
      locale: 'th-TH',
      timezoneId: 'Asia/Bangkok',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(15_000);
    if (name !== undefined) await this.#signIn(context, name);
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(at);
    return page;
  }

  /** The one page of somebody, for those who look at many addresses and change nothing: the program is loaded once. */
  pageOf(name: string | undefined): Promise<Page> {
    const kept = this.#kept.get(name) ?? this.page(name, 'about:blank');
    this.#kept.set(name, kept);
    return kept;
  }

  /** Asks the API as somebody, with a token of their own. */
  async ask(name: string, path: string, init: { readonly body?: unknown; readonly key?: string } = {}) {
    const headers = {
      authorization: `Bearer ${await this.#tokenOf(name)}`,
      'content-type': 'application/json',
      ...(init.key === undefined ? {} : { 'idempotency-key': init.key }),
    };
    const method = init.body === undefined ? {} : { method: 'POST', body: JSON.stringify(init.body) };
    const response = await fetch(`${this.url}/api/v1/${path}`, { headers, ...method });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.ledger.close();
    for (const made of [this.data, `${this.data}.keys`]) rmSync(made, { recursive: true, force: true });
  }

  async #signIn(context: BrowserContext, name: string): Promise<void> {
    const data = { name, password: this.passwordOf(name), as: 'cookie' };
    const answer = await context.request.post('/api/v1/session', { data });
    if (!answer.ok()) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
  }

  async #tokenOf(name: string): Promise<string> {
    const kept = this.#tokens.get(name);
    if (kept !== undefined) return kept;
    const body = { name, password: this.passwordOf(name), as: 'token' };
    const { token } = await this.#post<{ token: string }>('session', body);
    this.#tokens.set(name, token);
    return token;
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await response.json()) as T;
  }

  /** The password of a demo user. */
  passwordOf(name: string): string {
    const user = this.users.find((one) => one.name === name);
    if (!user) throw new Error(`there is no demo user ${name}`);
    return user.password;
  }
}

/** The service over a copy of the sample, on a port of its own; what is posted is gone when it closes. */
export async function sampleLedger(options: Partial<LedgerOptions> = {}): Promise<BrowsedLedger> {
  const { data: kept, users } = await sample();
  const data = mkdtempSync(path.join(tmpdir(), 'obligo-browsed-'));
  cpSync(kept, data, { recursive: true });
  return serve(data, users, options);
}

/** The service over an empty folder that nobody has set up. */
export async function emptyLedger(options: Partial<LedgerOptions> = {}): Promise<BrowsedLedger> {
  return serve(mkdtempSync(path.join(tmpdir(), 'obligo-browsed-')), [], options);
}

/** The service over an empty folder, with a demo user of each role: everything is set up, and nothing is posted. */
export async function unusedLedger(options: Partial<LedgerOptions> = {}): Promise<BrowsedLedger> {
  const data = mkdtempSync(path.join(tmpdir(), 'obligo-browsed-'));
  const begun = await createLedger({ data, logLevel: 'silent', create: true, purpose: 'serve' });
  await begun.close();
  return serve(data, await withDemoUsers(data), options);
}

async function serve(
  data: string,
  users: readonly DemoUser[],
  options: Partial<LedgerOptions>,
): Promise<BrowsedLedger> {
  const ledger = await createLedger({
    data,
    logLevel: 'silent',
    create: true,
    purpose: 'serve',
    access: { session: { idleMinutes: 60, hours: 12 } },
    pages: WEB,
    ...options,
  });
  await ledger.app.listen(0, '127.0.0.1');
  ledger.embedded.follow((error) => {
    throw error;
  });
  return new BrowsedLedger(ledger, await ledger.app.getUrl(), data, users);
}

/** Ends the browser and forgets the sample; once all tests of a file are done. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  const made = (await template)?.data;
  if (made !== undefined && made !== KEPT)
    for (const folder of [made, `${made}.keys`]) rmSync(folder, { recursive: true, force: true });
  browser = undefined;
  template = undefined;
}
