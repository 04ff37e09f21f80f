import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UnreadableEvent } from '#kernel';
import { allocate, baht, commit, day, dump, Ledger, open, pay } from '../ledger.fixture.ts';
import { ProjectionStopped, type Projector, projections } from '../index.ts';
import type { BuildThreads } from './build-task.ts';
import { type Fault, faulty, type FixtureData } from './faulty.fixture.ts';

const P01 = 'budgetaccount-etda.2569.P01';

let ledger: Ledger;

beforeEach(async () => {
  ledger = new Ledger('in a file');
  for (const project of ['P01', 'P02']) {
    await ledger.account(project, open(project));
    await ledger.account(project, allocate('1000.00'));
  }
  await ledger.account('P01', commit('PO-1', '100.00'));
  await ledger.account('P01', pay('DV-1', '40.00', { commitment: 'PO-1' }));
  await ledger.account('P01', {
    type: 'reverse-disbursement',
    amount: baht('40.00'),
    disbursement: 'DV-1',
    reason: 'ตรวจทานแล้ว',
    effectiveOn: day('2025-12-20'),
  });
});

afterEach(() => ledger.close());

/** However short the log is. */
const threadsOf = (fault: Fault, more: Partial<BuildThreads> = {}): BuildThreads => ({
  entry: new URL('./thread.fixture.ts', import.meta.url),
  data: { file: join(ledger.folder, 'ledger.sqlite'), fault } satisfies FixtureData,
  count: 2,
  from: 1n,
  ...more,
});

const inThreads = (fault: Fault = 'none', more: Partial<BuildThreads> = {}): Projector =>
  ledger.projector({
    projections: [...projections, faulty(fault)],
    path: join(ledger.folder, 'beside.sqlite'),
    threads: threadsOf(fault, more),
  });

/** A projector that has read the log live, and builds in threads from now on. */
async function caughtUp(fault: Fault, more: Partial<BuildThreads> = {}): Promise<Projector> {
  const projector = inThreads(fault, more);
  await projector.catchUp();
  return projector;
}

const leftBeside = (): string[] => readdirSync(ledger.folder).filter((name) => name.includes('.rebuild'));

describe('read models that are built in threads', () => {
  it.each([1, 2])(
    'are the same in every row as those that follow the log, with %d of them',
    async (count) => {
      const followed = ledger.projector({ projections: [...projections, faulty('none')] });
      await followed.catchUp();
      const built = await caughtUp('none', { count });
      const told: number[] = [];
      const rebuilt = await built.rebuild((events) => told.push(events));
      expect(rebuilt.every(({ equal }) => equal)).toBe(true);
      expect(dump(built)).toEqual(dump(followed));
      expect(leftBeside()).toEqual([]);
    },
  );

  it('go on with what came meanwhile', async () => {
    const projector = await caughtUp('none');
    const rebuilding = projector.rebuild();
    await ledger.account('P02', pay('DV-2', '1.00'));
    await projector.catchUp();
    expect((await rebuilding).every(({ equal }) => equal)).toBe(true);
    expect(projector.checkpoint).toBe(BigInt((await ledger.store.head()) ?? 0));
  });
});

describe('an event that cannot be handled, met in a thread', () => {
  it('stops the rebuild there with the words and the cause that it has here', async () => {
    const projector = await caughtUp('none');
    const position = await ledger.smuggle(P01, 'BudgetPainted', {});
    const here = await projector.catchUp().catch((error: unknown) => error as ProjectionStopped);
    const there = await projector.rebuild().catch((error: unknown) => error as ProjectionStopped);
    expect(there).toBeInstanceOf(ProjectionStopped);
    expect(there).toMatchObject({ position, message: (here as ProjectionStopped).message });
    expect((there as ProjectionStopped).cause).toBeInstanceOf(UnreadableEvent);
    expect(leftBeside()).toEqual([]);
  });

  it('is the first of those that the threads met', async () => {
    const projector = await caughtUp('none');
    const released = { commitment: 'never', line: { fundSource: 'a', category: 'b' }, amount: '1.00' };
    const first = await ledger.smuggle(P01, 'CommitmentReleased', released);
    await ledger.smuggle(P01, 'BudgetPainted', {});
    await expect(projector.rebuild()).rejects.toMatchObject({ position: first });
  });
});

describe('a build whose threads fail', () => {
  it('is done again with all the memory there is when an event needs more than was foreseen', async () => {
    const limits = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 };
    const projector = await caughtUp('hungry', { limits });
    expect((await projector.rebuild()).every(({ equal }) => equal)).toBe(true);
  });

  it.each([
    ['ends', 'a thread that built read models ended with code 7'],
    ['throws', 'database or disk is full'],
  ] as const)('leaves the present read models where they are when one %s', async (fault, message) => {
    const projector = await caughtUp(fault);
    const before = dump(projector);
    await expect(projector.rebuild()).rejects.toThrow(message);
    expect(dump(projector)).toEqual(before);
    expect(leftBeside()).toEqual([]);
    expect(projector.stopped).toBeUndefined();
  });

  it('ends with the program that closes, and leaves nothing behind', async () => {
    const projector = await caughtUp('lingers');
    const rebuilding = projector.rebuild();
    const outcome = expect(rebuilding).rejects.toThrow('the read models are being closed');
    await projector.stop();
    await outcome;
    expect(leftBeside()).toEqual([]);
    expect(existsSync(join(ledger.folder, 'beside.sqlite'))).toBe(true);
    await expect(projector.rebuild()).rejects.toThrow('the read models are being closed');
  });
});
