import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UnreadableEvent } from '#kernel';
import { type Fault, faulty, type FixtureData } from '../build/faulty.fixture.ts';
import { ProjectionStopped, type Projector, projections } from '../index.ts';
import { allocate, commit, dump, Ledger, open, pay } from '../ledger.fixture.ts';
import type { FollowingEntry } from './following-task.ts';
import { witness } from './witness.fixture.ts';

const P01 = 'budgetaccount-etda.2569.P01';

let ledger: Ledger;
let path: string;
let lost: string[];
let projector: Projector;
let vouchers = 0;

beforeEach(async () => {
  ledger = new Ledger('in a file');
  path = join(ledger.folder, 'beside.sqlite');
  lost = [];
  await ledger.account('P01', open('P01'));
  await ledger.account('P01', allocate('1000.00'));
});

afterEach(async () => {
  await projector.stop();
  await ledger.close();
});

const entryWith = (fault: Fault): FollowingEntry => ({
  entry: new URL('./thread.fixture.ts', import.meta.url),
  data: { file: join(ledger.folder, 'ledger.sqlite'), fault } satisfies FixtureData,
});

/** Read models that were caught up here, and are followed by a thread from now on. */
async function beside(
  fault: Fault = 'none',
  options: Partial<ConstructorParameters<typeof Projector>[0]> = {},
): Promise<void> {
  projector = ledger.projector({ projections: [...projections, witness, faulty(fault)], path, ...options });
  await projector.catchUp();
  await projector.following.begin(entryWith(fault), ({ message }) => lost.push(message));
}

async function postOne(): Promise<void> {
  await ledger.account('P01', pay(`DV-${(vouchers += 1)}`, '1.00'));
}

const head = async (): Promise<bigint> => BigInt((await ledger.store.head()) ?? 0);

/** Who took each event to the read models, in the order of the log. */
const readers = (): ('here' | 'beside')[] =>
  projector.database
    .prepare('SELECT thread FROM witness ORDER BY position')
    .all()
    .map(({ thread }) => (thread === 0 ? 'here' : 'beside'));

describe('read models that a thread keeps at the head of the log', () => {
  it('show a question everything that was recorded before it, as they would without the thread', async () => {
    await beside();
    for (let round = 0; round < 3; round += 1) {
      await postOne();
      await projector.catchUp();
      expect(projector.checkpoint).toBe(await head());
    }
    await ledger.account('P01', commit('PO-1', '100.00'));
    await Promise.all([postOne(), postOne()]);
    await projector.catchUp();
    expect(readers().filter((reader) => reader === 'beside')).toHaveLength(6);
    const followed = dump(projector);
    await projector.stop();
    projector = ledger.projector({ projections: [...projections, faulty('none')] });
    await projector.catchUp();
    const { contents, ...others } = dump(projector);
    expect(followed).toMatchObject(others);
    expect(followed['contents']).not.toEqual(contents);
  });

  it('tell whoever wants to hear of every event once, and that they have moved', async () => {
    const heard: string[] = [];
    let moves = 0;
    await beside('none', {
      onPage: (page, startedAt, endedAt) => {
        expect(endedAt).toBeGreaterThanOrEqual(startedAt);
        heard.push(...page.map(({ position, metadata: { commandId } }) => `${position} ${commandId}`));
      },
      onMoved: () => (moves += 1),
    });
    const before = moves;
    await postOne();
    await projector.catchUp();
    expect(moves).toBeGreaterThan(before);
    expect(readers().at(-1)).toBe('beside');
    const all = await ledger.log();
    expect(heard).toEqual(all.map(({ position, metadata }) => `${position} ${metadata.commandId}`));
  });

  it('stand still at an event that cannot be handled, and say so in the same words', async () => {
    await beside();
    const position = await ledger.smuggle(P01, 'BudgetPainted', {});
    const stop = await projector.catchUp().catch((error: unknown) => error as ProjectionStopped);
    expect(stop).toBeInstanceOf(ProjectionStopped);
    expect(stop).toMatchObject({ position, cause: expect.any(UnreadableEvent) });
    expect(projector.stopped).toBe(stop);
    expect(lost).toEqual([]);
  });

  it('are rebuilt and put in place while the thread goes on with the new ones', async () => {
    await beside();
    await postOne();
    await projector.catchUp();
    const rebuilding = projector.rebuild();
    await postOne();
    await projector.catchUp();
    expect((await rebuilding).every(({ equal }) => equal)).toBe(true);
    await postOne();
    await projector.catchUp();
    expect(projector.checkpoint).toBe(await head());
    expect(readers().at(-1)).toBe('beside');
    expect(lost).toEqual([]);
  });

  it('are let go of when they are closed: nothing is left of the journal', async () => {
    await beside();
    await postOne();
    await projector.catchUp();
    await projector.stop();
    projector.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe('when the thread cannot go on', () => {
  it.each([
    ['ends', 'it ended with code 7'],
    ['throws', 'database or disk is full'],
  ] as const)('the log is followed here, once it %s, and that is told', async (fault, message) => {
    await beside(fault);
    for (let round = 0; round < 3; round += 1) {
      await postOne();
      await projector.catchUp();
    }
    await postOne();
    await projector.catchUp();
    expect(projector.checkpoint).toBe(await head());
    expect(readers().at(-1)).toBe('here');
    expect(lost).toEqual([message]);
  });

  it('it is not told that it ended as it was asked to', async () => {
    await beside();
    await projector.stop();
    await postOne();
    await projector.catchUp();
    expect(readers().at(-1)).toBe('here');
    expect(lost).toEqual([]);
  });
});
