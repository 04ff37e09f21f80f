import { describe, expect, it } from '@jest/globals';
import {
  CommandAlreadyRecorded,
  InvalidAppend,
  UnknownOutcome,
  WrongExpectedRevision,
} from '../src/errors.ts';
import type { EventStore, ExpectedRevision } from '../src/event-store.ts';
import { collect, command, createFaultInjectingStore, posting, seededRandom, type Faults } from './index.ts';
import { documentOf } from './samples.ts';
import { sqliteFactory } from './sqlite-factory.ts';

const FAULTS: Faults = { loseRequest: 0.15, loseAnswer: 0.15, delay: 0.5, duplicate: 0.15 };
const CLERKS = 8;
const COMMANDS = 12;
const ACCOUNTS = 3;

/** Posts a command of two events until the store has answered conclusively that it is there. */
async function postOnce(store: EventStore, stream: string, name: string): Promise<void> {
  for (;;) {
    const [last] = await collect(store.readStream(stream, { direction: 'backwards', limit: 1 }));
    const expected: ExpectedRevision = last?.revision ?? 'none';
    const events = [posting(`${name}-0`), posting(`${name}-1`)];
    try {
      await store.append({ stream, expected, events }, command(name));
      return;
    } catch (error) {
      if (error instanceof CommandAlreadyRecorded) return;
      if (error instanceof UnknownOutcome && (await store.findCommand(command(name).key))) return;
      if (!(error instanceof UnknownOutcome || error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

async function simulate(seed: number): Promise<void> {
  const { store: inner, dispose } = await sqliteFactory().open({});
  const store = createFaultInjectingStore(inner, { seed, faults: FAULTS });
  const random = seededRandom(seed + 1);
  await Promise.all(
    Array.from({ length: CLERKS }, async (_, clerk) => {
      for (let turn = 0; turn < COMMANDS; turn += 1) {
        const account = `account-${Math.floor(random() * ACCOUNTS)}`;
        await postOnce(store, account, `clerk-${clerk}-${turn}`);
      }
    }),
  );
  const documents = (await collect(store.readAll())).map(documentOf);
  const names = Array.from(
    { length: CLERKS * COMMANDS },
    (_, index) => `clerk-${index % CLERKS}-${Math.floor(index / CLERKS)}`,
  );
  expect(documents.toSorted()).toEqual(names.flatMap((name) => [`${name}-0`, `${name}-1`]).toSorted());
  for (const name of names) expect(await store.findCommand(command(name).key)).toBeDefined();
  for (const count of Object.values(store.injected)) expect(count).toBeGreaterThan(0);
  await dispose();
}

describe('when requests and answers get lost, come late or come twice', () => {
  it.each(Array.from({ length: 10 }, (_, index) => 2569 + index * 7919))(
    'each command is there exactly once after its outcome was looked up (seed %d)',
    (seed) => simulate(seed),
  );

  it('the same seed gives the same faults', async () => {
    const run = async () => {
      const { store: inner, dispose } = await sqliteFactory().open({});
      const store = createFaultInjectingStore(inner, { seed: 7, faults: FAULTS });
      const outcomes: string[] = [];
      for (let index = 0; index < 30; index += 1) {
        const write = {
          stream: `account-${index}`,
          expected: 'none',
          events: [posting(`doc-${index}`)],
        } as const;
        outcomes.push(
          await store.append(write).then(
            (result) => result.position,
            (error: unknown) => (error instanceof UnknownOutcome ? 'unknown' : String(error)),
          ),
        );
      }
      await dispose();
      return outcomes;
    };
    const first = await run();
    expect(first).toContain('unknown');
    expect(await run()).toEqual(first);
  });

  it('a malformed append is refused as ever', async () => {
    const { store: inner, dispose } = await sqliteFactory().open({});
    const store = createFaultInjectingStore(inner, { seed: 7, faults: { ...FAULTS, loseRequest: 0 } });
    await expect(store.append({ stream: 'account-1', expected: 'none', events: [] })).rejects.toThrow(
      InvalidAppend,
    );
    await dispose();
  });
});
