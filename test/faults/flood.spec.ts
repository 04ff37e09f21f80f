import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountInFolder } from '../../apps/ledger/testing/account-in-folder.fixture.ts';
import { Pipeline } from './pipelined.fixture.ts';
import { plainDisk, type Answer, ServiceOnDisk } from './service-on-disk.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const DAY = '2025-11-01';
const CONNECTIONS = 2_000;
const ORDERS_EACH = 2;
const AT_ONCE = 100;
const MOST_MEMORY = 1024 * 1024 * 1024;
/** How long Kubernetes waits for an answer about health (deploy/kubernetes/api.yaml). */
const PROBE_MS = 3_000;

// Thousands of connections on a small machine.
jest.setTimeout(180_000);

let folder: string;
let token: string;
let service: ServiceOnDisk;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-flood-'));
  const data = join(folder, 'data');
  token = await accountInFolder(data, 'maker', 'maker');
  service = await ServiceOnDisk.start(data, plainDisk, { OBLIGO_POSTINGS_AT_ONCE: String(AT_ONCE) });
  const account = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: DAY };
  const budget = { line: LINE, amount: '100000.00', effectiveOn: DAY };
  await service.ask('budget-accounts', { token, key: 'open', body: account });
  await service.ask('budget-accounts/2569/P01/allocations', { token, key: 'budget', body: budget });
});
afterEach(async () => {
  await service.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const orderOf = (number: string) => ({
  path: 'budget-accounts/2569/P01/commitments',
  token,
  key: number,
  body: { commitment: number, line: LINE, amount: '1.00', effectiveOn: DAY },
});

/** Every connection posts all its orders at the same moment. */
async function flood(round: string): Promise<Map<string, Answer>> {
  const connections: Pipeline[] = [];
  while (connections.length < CONNECTIONS) connections.push(await Pipeline.open(service.url));
  const answers = new Map<string, Answer>();
  const posts = connections.map(async (connection, place) => {
    const numbers = Array.from({ length: ORDERS_EACH }, (_, order) => `${round}-${place}-${order}`);
    const answered = await connection.post(numbers.map(orderOf));
    for (const [order, answer] of answered.entries()) answers.set(numbers[order] ?? '', answer);
    connection.close();
  });
  await Promise.all(posts);
  return answers;
}

async function recorded(): Promise<string[]> {
  const listed = await service.ask('commitments?fiscalYear=2569&format=csv&limit=10000', { token });
  const rows = String(listed?.body['text']).trimEnd().split('\n').slice(1);
  return rows.map((row) => row.split(',')[1] ?? '').sort();
}

describe('a flood of thousands of connections', () => {
  it('is answered: some orders recorded, each once, the others told to come back; probes in time; memory bounded', async () => {
    let over = false;
    const waits: number[] = [];
    const probes = ['/health/live', '/health/ready'].map(async (path) => {
      while (!over) {
        const asked = performance.now();
        expect(await service.ask(path)).toMatchObject({ status: 200 });
        waits.push(performance.now() - asked);
      }
    });
    const answers = await flood('A');
    over = true;
    await Promise.all(probes);
    expect(Math.max(...waits)).toBeLessThan(PROBE_MS);

    const of = (status: number) => [...answers].filter(([, answer]) => answer.status === status);
    expect(of(201).length).toBeGreaterThanOrEqual(AT_ONCE);
    expect(of(503).length).toBeGreaterThan(0);
    expect(of(201).length + of(503).length).toBe(CONNECTIONS * ORDERS_EACH);
    for (const [, { body, retryAfter }] of of(503)) {
      expect([body['code'], Number(retryAfter)]).toEqual(['ledger-busy', 1]);
    }
    const back = of(503)
      .slice(0, 20)
      .map(([number]) => number);
    for (const number of back) {
      expect(await service.ask(orderOf(number).path, orderOf(number))).toMatchObject({ status: 201 });
    }
    expect(await recorded()).toEqual([...of(201).map(([number]) => number), ...back].sort());
    const peak = service.peakMemory;
    if (peak !== undefined) expect(peak).toBeLessThan(MOST_MEMORY);
  });
});
