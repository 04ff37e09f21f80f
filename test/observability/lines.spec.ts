import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseExposition } from '#telemetry/testing';
import { accountInFolder } from '../../apps/ledger/testing/account-in-folder.fixture.ts';
import { allocation } from './traced-ledger.fixture.ts';

// Processes are started, and machines differ.
jest.setTimeout(120_000);

const MAIN = join(import.meta.dirname, '../../dist/apps/ledger/src/main.js');
const TRACE = 'dddddddddddddddddddddddddddddddd';
const PATH = 'budget-accounts/2569/P01/allocations';

let folder: string;
let token: string;
let child: ChildProcess;
let said = '';
let api: string;
let metrics: string;

/** Waits until the service has said something that the pattern finds. */
async function heard(pattern: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = pattern.exec(said);
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`the service ended: ${said}`);
    await once(child.stderr as NodeJS.ReadableStream, 'data');
  }
}

const post = (
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${api}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The line of one request, by its operation and status. */
async function lineOf(operation: string, status: number): Promise<Readonly<Record<string, unknown>>> {
  const [line] = await heard(
    new RegExp(`^\\{.*"statusCode":${status}.*"operation":"${operation}".*\\}$`, 'm'),
  );
  return JSON.parse(line) as Record<string, unknown>;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-lines-'));
  const data = join(folder, 'D');
  token = await accountInFolder(data, 'malee', 'budget-owner');
  child = spawn(process.execPath, [MAIN, '--data', data, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, OBLIGO_METRICS: '127.0.0.1:0' },
  });
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  [, api = ''] = await heard(/API +(\S+)/);
  [, metrics = ''] = await heard(/metrics +(\S+)/);
  const account = { fiscalYear: 2569, project: 'P01', name: 'โครงการหนึ่ง', effectiveOn: '2025-10-01' };
  expect((await post('budget-accounts', account)).status).toBe(201);
});
afterAll(async () => {
  if (child.exitCode === null) {
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    await exit;
  }
  rmSync(folder, { recursive: true });
});

describe('the log of the service', () => {
  it('has one line for a posting: who, what, under which correlation id, at which position', async () => {
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    const posted = await post(PATH, allocation('AP-1'), { traceparent });
    const { position } = (await posted.json()) as { position: string };
    const line = await lineOf('budgetAllocate', 201);
    expect(line).toMatchObject({
      correlationId: TRACE,
      actor: 'malee',
      posts: 'budgetaccount/allocate',
      position,
      req: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(said.split('\n').filter((each) => each.includes(TRACE))).toHaveLength(1);
  });

  it('has the code of a refusal, and the name under which whoever was refused can ask about it', async () => {
    const refused = await post(PATH, { ...allocation('AP-2'), amount: '0.00' });
    const { code } = (await refused.json()) as { code: string };
    expect(await lineOf('budgetAllocate', refused.status)).toMatchObject({
      refusal: code,
      actor: 'malee',
      req: { id: refused.headers.get('obligo-request') },
    });
  });

  it('holds no amount, no token, no text of a body', () => {
    for (const secret of ['1234567.89', token, 'โครงการหนึ่ง']) expect(said).not.toContain(secret);
  });
});

describe('the metrics of the service', () => {
  it('have an address of their own, which the service tells; at that of the ledger they are not', async () => {
    const families = parseExposition(await (await fetch(metrics)).text());
    expect(families.get('obligo_ready')?.samples[0]?.value).toBe(1);
    expect(families.get('obligo_commands_total')?.samples.length).toBeGreaterThan(0);
    const main = await fetch(new URL('/metrics', api), { headers: { authorization: `Bearer ${token}` } });
    expect(main.headers.get('content-type')).not.toContain('text/plain');
    expect(await main.text()).not.toContain('obligo_ready');
  });

  it('are gone with the service, which stops as it did without them', async () => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    await expect(fetch(metrics)).rejects.toThrow();
  });
});
