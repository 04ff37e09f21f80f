import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLedger } from './ledger.ts';

const MAIN = join(import.meta.dirname, '../../../dist/apps/ledger/src/main.js');

let data: string;
const services: ChildProcess[] = [];

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'obligo-owner-'));
});
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
});

afterEach(() => {
  for (const service of services.splice(0)) service.kill('SIGKILL');
});

/** Starts the built service and waits until it says where it listens. */
async function serve(): Promise<{ url: string; stop(signal: NodeJS.Signals): Promise<number | null> }> {
  const child = spawn(process.execPath, [MAIN, '--data', data, '--port', '0', '--log-level', 'warn'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  services.push(child);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /(http:\/\/\S+)\/api\/v1/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`the service ended with ${String(code)}: ${said}`)));
  });
  return {
    url,
    stop: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

const open = (create = true) => createLedger({ data, create, purpose: 'test', logLevel: 'silent' });

describe('a data folder has one owner at a time', () => {
  it('refuses a second process and tells who holds it, until the first stops or dies', async () => {
    const service = await serve();
    const address = new URL(service.url);
    expect(address.hostname).toBe('127.0.0.1');
    await expect(open()).rejects.toMatchObject({
      refusal: {
        code: 'data-folder-in-use',
        kind: 'conflict',
        details: { owner: { purpose: 'serve', url: service.url } },
      },
    });
    expect(await service.stop('SIGTERM')).toBe(0);
    const second = await serve();
    await second.stop('SIGKILL');
    const after = await open();
    await after.close();
  });

  it('does not make a ledger where one is only to be read', async () => {
    const missing = join(data, 'typing-error');
    await expect(
      createLedger({ data: missing, create: false, purpose: 'read', logLevel: 'silent' }),
    ).rejects.toMatchObject({
      refusal: { code: 'no-ledger-here', kind: 'not-found' },
    });
  });
});

describe('many officers at once, over HTTP', () => {
  it('affords exactly what is available: 20 writers, 10 each, 100 available', async () => {
    const service = await serve();
    const post = async (path: string, body: unknown) => {
      const reply = await fetch(`${service.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: reply.status, body: (await reply.json()) as { code?: string } };
    };
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const effectiveOn = '2025-11-01';
    await post('budget-accounts', { fiscalYear: 2569, project: 'HOT', name: 'Hot', effectiveOn });
    await post('budget-accounts/2569/HOT/allocations', { line, amount: '100.00', effectiveOn });
    const commit = (commitment: string) =>
      post('budget-accounts/2569/HOT/commitments', { commitment, line, amount: '1.00', effectiveOn });
    const writers = Array.from({ length: 20 }, (_, writer) =>
      Promise.all(Array.from({ length: 10 }, (__, order) => commit(`W${writer}-${order}`))),
    );
    const answers = (await Promise.all(writers)).flat();
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
    expect(
      answers.filter(({ status, body }) => status === 422 && body.code === 'budget-exceeded'),
    ).toHaveLength(100);
    const report = await fetch(
      `${service.url}/api/v1/reports/quarterly?fiscalYear=2569&quarter=Q1&format=csv`,
    );
    expect(await report.text()).toContain('HOT,0.0001,,0.0001,0.0000,0.0001,0.0000\n');
    await service.stop('SIGTERM');
  });
});
