import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { budgetAccount } from './account.ts';
import { chainCommands } from './chain/chain-commands.fixture.ts';
import { authorityCommands, cashCommands, commands } from './commands.fixture.ts';
import type { AccountCommand } from './commands.ts';
import type { AccountContext } from './context.ts';
import { forkAccount, joinAccount } from './fork.ts';
import type { AccountState } from './state.ts';
import { allocate, bookedOn, capital, commit, disburse, open } from './testing.fixture.ts';
import { everyStep } from './year-end/every-step.fixture.ts';
import { under } from './year-end/year-end.fixture.ts';

const start: readonly AccountCommand[] = [
  open(),
  allocate('0.40'),
  allocate('0.10', { line: capital }),
  commit('1', '0.06'),
  disburse('1', '0.03', { commitment: '1' }),
];

const asked = fc.array(fc.oneof(commands, authorityCommands, cashCommands, chainCommands), {
  minLength: 20,
  maxLength: 60,
});

/** The state in maps and sets of the usual kind, so that two can be compared. */
const plain = (state: AccountState): unknown =>
  Object.fromEntries(
    Object.entries(state).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Map ? new Map(value) : value instanceof Set ? new Set(value) : value,
    ]),
  );

/** Takes a command on a state; answers what was decided. */
function take(state: AccountState, command: AccountCommand, context: AccountContext): unknown {
  const outcome = budgetAccount.decide(state, command, context);
  if (!isRefusal(outcome)) for (const event of outcome) budgetAccount.evolve(state, event);
  return outcome;
}

/** Plays commands on an account, the later ones on a fork of it that is joined again after some of them. */
function joinedEvery(steps: number, all: readonly AccountCommand[], context: AccountContext): void {
  const live = budgetAccount.initial();
  let joined = budgetAccount.initial();
  for (let place = 0; place < all.length; place += steps) {
    const fork = forkAccount(joined);
    const some = all.slice(place, place + steps);
    expect(some.map((command) => take(fork, command, context))).toEqual(
      some.map((command) => take(live, command, context)),
    );
    joined = joinAccount(fork);
    expect(inOrder(joined)).toEqual(inOrder(live));
  }
}

/** What is in the state, and in which order. */
const inOrder = (state: AccountState): unknown =>
  Object.entries(state).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
  ]);

/** Plays all commands on an account, and those from a place on also on a fork that is made there. */
function forkedAt(place: number, all: readonly AccountCommand[], context: AccountContext): void {
  const live = budgetAccount.initial();
  for (const command of all.slice(0, place)) take(live, command, context);
  const before = structuredClone(live);
  const fork = forkAccount(live);
  const onFork = all.slice(place).map((command) => take(fork, command, context));
  expect(live).toEqual(before);
  expect(all.slice(place).map((command) => take(live, command, context))).toEqual(onFork);
  expect(plain(fork)).toEqual(live);
  // A copy, as a snapshot of the account is one, goes on in the same way.
  expect(all.slice(place).map((command) => take(before, command, context))).toEqual(onFork);
  expect(before).toEqual(live);
}

describe('an account that was forked', () => {
  it('decides as the one it came from, whatever is asked, and leaves that one as it is', () => {
    fc.assert(
      fc.property(asked, fc.nat(60), (more, place) => {
        const all = [...start, ...more];
        forkedAt(Math.min(place, all.length), all, bookedOn('2026-07-01'));
      }),
      { numRuns: 300 },
    );
  });

  it('does so through every step of the year-end', () => {
    for (const place of everyStep.keys()) forkedAt(place, everyStep, under({}));
  });

  it('is the account that would have come of it without a fork, in the same order, when it is joined', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 30 }), (more, steps) => {
        joinedEvery(steps, [...start, ...more], bookedOn('2026-07-01'));
      }),
      { numRuns: 200 },
    );
    for (const steps of [1, 2, 5]) joinedEvery(steps, everyStep, under({}));
  });
});
