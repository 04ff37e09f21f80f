import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, Service } from './service.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const DAY = '2025-11-01';
const WRITERS = 8;
const ROUNDS = 3;

// Every answer waits for the disk, and disks differ.
jest.setTimeout(180_000);

let data: string;
let service: Service;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'obligo-kill-'));
  service = await Service.start(data);
});
afterEach(async () => {
  await service.stop('SIGKILL');
  for (const made of [data, `${data}.keys`]) rmSync(made, { recursive: true, force: true });
  rmSync(`${data}.token`, { force: true });
});

const soon = () => new Promise<boolean>((resolve) => setTimeout(resolve, 5, false));

const commit = (number: string) =>
  service.post(
    'budget-accounts/2569/P01/commitments',
    { commitment: number, line: LINE, amount: '1.00', effectiveOn: DAY },
    number,
  );

/** Posts one order after another until the service no longer answers. */
async function postUntilKilled(
  round: number,
  writer: number,
  answers: Map<string, Answer | undefined>,
): Promise<void> {
  for (let order = 0; ; order++) {
    const number = `R${round}-W${writer}-${order}`;
    const answer = await commit(number);
    answers.set(number, answer);
    if (!answer) return;
  }
}

describe('the service killed under load', () => {
  it('keeps every acknowledged posting, and records the others exactly once when they are sent again', async () => {
    await service.post(
      'budget-accounts',
      { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: DAY },
      'open',
    );
    await service.post(
      'budget-accounts/2569/P01/allocations',
      { line: LINE, amount: '1000000.00', effectiveOn: DAY },
      'allocate',
    );
    const answers = new Map<string, Answer | undefined>();
    for (let round = 0; round < ROUNDS; round++) {
      const writers = Array.from({ length: WRITERS }, (_, writer) => postUntilKilled(round, writer, answers));
      const ended = Promise.all(writers).then(() => true);
      // A service that ended by itself gives no more answers; the counts below tell.
      while (answers.size < (round + 1) * 60 && !(await Promise.race([ended, soon()])));
      await service.stop('SIGKILL');
      await ended;
      service = await Service.start(data);
    }
    const acknowledged = [...answers].filter(([, answer]) => answer?.status === 201);
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * 20);
    for (const [number, first] of acknowledged) {
      const again = await commit(number);
      expect([number, again?.status, again?.body.replayed]).toEqual([number, 200, true]);
      expect(again?.body.position).toBe(first?.body.position);
    }
    for (const [number, answer] of answers) {
      if (answer) continue;
      const again = await commit(number);
      expect([number, [200, 201].includes(again?.status ?? 0)]).toEqual([number, true]);
    }
    const csv = await service.get('commitments?fiscalYear=2569&format=csv&limit=10000');
    const recorded = csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    expect(recorded.sort()).toEqual([...answers.keys()].sort());
  });

  it('stops gracefully on SIGTERM: what it accepted it answers, and everything answered is there', async () => {
    await service.post(
      'budget-accounts',
      { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: DAY },
      'open',
    );
    await service.post(
      'budget-accounts/2569/P01/allocations',
      { line: LINE, amount: '1000.00', effectiveOn: DAY },
      'allocate',
    );
    const numbers = Array.from({ length: 100 }, (_, order) => `T-${order}`);
    const posting = Promise.all(numbers.map(async (number) => [number, await commit(number)] as const));
    await Promise.all([posting, service.stop('SIGTERM')]);
    const acknowledged = (await posting)
      .filter(([, answer]) => answer?.status === 201)
      .map(([number]) => number);
    service = await Service.start(data);
    const csv = await service.get('commitments?fiscalYear=2569&format=csv');
    for (const number of acknowledged) expect(csv).toContain(`,${number},`);
  });
});
