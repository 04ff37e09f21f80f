import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountInFolder } from '../../apps/ledger/testing/account-in-folder.fixture.ts';
import { type Answer, ApiProcess } from '../cluster/api-process.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const DAY = '2025-11-01';
const WRITERS = 8;

// Every answer waits for the disk, and disks differ.
jest.setTimeout(180_000);

let data: string;
let token: string;
let service: ApiProcess;

const start = (drainSeconds: number): Promise<ApiProcess> =>
  ApiProcess.start(data, { OBLIGO_DRAIN_SECONDS: String(drainSeconds) });

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'obligo-stop-'));
  token = await accountInFolder(data, 'maker', 'maker');
});
afterEach(async () => {
  await service.stop('SIGKILL');
  for (const made of [data, `${data}.keys`]) rmSync(made, { recursive: true, force: true });
});

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

const commit = (number: string): Promise<Answer | undefined> =>
  service.ask('budget-accounts/2569/P01/commitments', {
    token,
    key: number,
    body: { commitment: number, line: LINE, amount: '1.00', effectiveOn: DAY },
  });

async function account(): Promise<void> {
  const open = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: DAY };
  expect((await service.ask('budget-accounts', { token, body: open }))?.status).toBe(201);
  const budget = { line: LINE, amount: '1000000.00', effectiveOn: DAY };
  const path = 'budget-accounts/2569/P01/allocations';
  expect((await service.ask(path, { token, body: budget }))?.status).toBe(201);
}

describe('a service that is told to stop under load', () => {
  it('is not ready at once, answers all that comes until the time is over, and loses nothing', async () => {
    service = await start(1);
    await account();
    const answers = new Map<string, Answer | undefined>();
    let whileStopping = 0;
    let stopping = false;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let order = 0; ; order++) {
        const number = `W${writer}-${order}`;
        const answer = await commit(number);
        if (stopping && answer?.status === 201) whileStopping += 1;
        answers.set(number, answer);
        if (answer?.status !== 201) return;
      }
    });
    while (answers.size < 100) await soon();
    const began = performance.now();
    service.signal('SIGTERM');
    let probe = await service.ask('/health/ready');
    while (probe?.status === 200) probe = await service.ask('/health/ready');
    stopping = true;
    expect(probe).toMatchObject({ status: 503, body: { code: 'shutting-down', reasons: ['shutting-down'] } });
    expect(await service.ask('/health/live')).toMatchObject({ status: 200 });
    const [code] = await Promise.all([service.ended, ...writers]);
    expect(code).toBe(0);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1_000);
    // It worked on while the proxies found out.
    expect(whileStopping).toBeGreaterThan(0);
    // Whoever was turned away was told so, or found nobody; nobody was cut off in the middle of an answer.
    for (const answer of answers.values()) expect([201, 503, undefined]).toContain(answer?.status);

    service = await start(0);
    const again = await Promise.all(
      [...answers.keys()].map(async (number) => [number, await commit(number)] as const),
    );
    for (const [number, answer] of again) {
      const first = answers.get(number);
      expect([number, answer?.status]).toEqual([number, first?.status === 201 ? 200 : 201]);
      if (first?.status === 201) expect(answer?.body['position']).toBe(first.body['position']);
    }
    const csv = await service.text('commitments?fiscalYear=2569&format=csv&limit=10000', token);
    const numbers = csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[1]);
    expect(numbers.sort()).toEqual([...answers.keys()].sort());
  });

  it('does not wait when it is told a second time', async () => {
    service = await start(600);
    service.signal('SIGTERM');
    let probe = await service.ask('/health/ready');
    while (probe?.status === 200) probe = await service.ask('/health/ready');
    expect(probe?.status).toBe(503);
    expect(await service.stop('SIGTERM')).toBe(130);
  });

  it('does not make whoever stops it by hand wait for proxies', async () => {
    service = await start(600);
    const began = performance.now();
    expect(await service.stop('SIGINT')).toBe(130);
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
