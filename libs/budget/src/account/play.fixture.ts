import { expect } from '@jest/globals';
import { type DecisionContext, isRefusal } from '#kernel';
import { budgetAccount } from './account.ts';
import type { AccountCommand } from './commands.ts';
import type { AccountEvent } from './events.ts';
import type { AccountState } from './state.ts';
import { mustKeepPromise } from './testing.fixture.ts';

/** Sees each command: the state before and after it, and what was decided. */
export type Check = (before: AccountState, after: AccountState, events: readonly AccountEvent[]) => void;

/** Plays commands on a new account; what is refused leaves nothing, and no decision touches the state that it sees. */
export function play(
  commands: readonly AccountCommand[],
  context: DecisionContext,
  check: Check,
): { live: AccountState; log: AccountEvent[] } {
  let live = budgetAccount.initial();
  const log: AccountEvent[] = [];
  for (const command of commands) {
    const before = structuredClone(live);
    const outcome = budgetAccount.decide(live, command, context);
    expect(live).toEqual(before);
    const events = isRefusal(outcome) ? [] : outcome;
    for (const event of events) {
      mustKeepPromise(event);
      live = budgetAccount.evolve(live, event);
    }
    log.push(...events);
    check(before, live, events);
  }
  return { live, log };
}
