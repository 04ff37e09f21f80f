import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLedger } from '../../apps/ledger/src/ledger.ts';
import { Service } from './service.fixture.ts';

// Every answer waits for the disk, and disks differ.
jest.setTimeout(180_000);

let data: string;
let service: Service;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'obligo-owner-'));
  service = await Service.start(data);
});
afterEach(async () => {
  await service.stop('SIGKILL');
  for (const made of [data, `${data}.keys`]) rmSync(made, { recursive: true, force: true });
  rmSync(`${data}.token`, { force: true });
});

const open = (folder = data, create = true) =>
  createLedger({ data: folder, create, purpose: 'test', logLevel: 'silent' });

describe('a data folder has one owner at a time', () => {
  it('refuses a second process and tells who holds it, until the first stops or dies', async () => {
    expect(new URL(service.url).hostname).toBe('127.0.0.1');
    await expect(open()).rejects.toMatchObject({
      refusal: {
        code: 'data-folder-in-use',
        kind: 'conflict',
        details: { owner: { purpose: 'serve', url: service.url } },
      },
    });
    await service.stop('SIGTERM');
    service = await Service.start(data);
    await service.stop('SIGKILL');
    const after = await open();
    await after.close();
  });

  it('holds nothing that another user of the machine may read', () => {
    const modes = readdirSync(data).map((name) => [name, statSync(join(data, name)).mode & 0o077]);
    expect(modes.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'ledger.sqlite',
        'access-log.sqlite',
        'identities.sqlite',
        'readings.sqlite',
        'access.key',
      ]),
    );
    expect(modes.filter(([name, others]) => others !== 0 && !String(name).startsWith('owner'))).toEqual([]);
  });

  it('does not make a ledger where one is only to be read', async () => {
    await expect(open(join(data, 'typing-error'), false)).rejects.toMatchObject({
      refusal: { code: 'no-ledger-here', kind: 'not-found' },
    });
  });
});

describe('many officers at once', () => {
  it('afford exactly what is available: 20 writers, 10 each, 100 available', async () => {
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const effectiveOn = '2025-11-01';
    await service.post(
      'budget-accounts',
      { fiscalYear: 2569, project: 'HOT', name: 'Hot', effectiveOn },
      'open',
    );
    await service.post(
      'budget-accounts/2569/HOT/allocations',
      { line, amount: '100.00', effectiveOn },
      'allocate',
    );
    const commit = (commitment: string) =>
      service.post(
        'budget-accounts/2569/HOT/commitments',
        { commitment, line, amount: '1.00', effectiveOn },
        commitment,
      );
    const writers = Array.from({ length: 20 }, (_, writer) =>
      Promise.all(Array.from({ length: 10 }, (__, order) => commit(`W${writer}-${order}`))),
    );
    const answers = (await Promise.all(writers)).flat();
    expect(answers.filter((answer) => answer?.status === 201)).toHaveLength(100);
    const refused = answers.filter(
      (answer) => answer?.status === 422 && answer.body.code === 'budget-exceeded',
    );
    expect(refused).toHaveLength(100);
    const report = await service.get('reports/quarterly?fiscalYear=2569&quarter=Q1&format=csv');
    expect(report).toContain('HOT,0.0001,,0.0001,0.0000,0.0001,0.0000\n');
  });
});
