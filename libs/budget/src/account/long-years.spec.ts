import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { budgetAccount } from './account.ts';
import { accept, request } from './chain/chain.fixture.ts';
import type { AccountCommand } from './commands.ts';
import type { AccountState } from './state.ts';
import { allocate, bookedOn, commit, disburse, open } from './testing.fixture.ts';

const DOCUMENTS = ['requests', 'commitments', 'acceptances', 'disbursements'] as const;

/** A map that may be asked for an entry, and not be walked through. */
function notWalked<Value>(map: Map<string, Value>): Map<string, Value> {
  const walked = (): never => {
    throw new Error('all documents of the account were looked at');
  };
  return Object.assign(map, {
    keys: walked,
    values: walked,
    entries: walked,
    forEach: walked,
    [Symbol.iterator]: walked,
  });
}

function guardedAccount(): AccountState {
  const state = budgetAccount.initial();
  const guarded = DOCUMENTS.map((name) => [name, notWalked(new Map(state[name] as Map<string, unknown>))]);
  return { ...state, ...Object.fromEntries(guarded) } as AccountState;
}

const daily: readonly AccountCommand[] = [
  open(),
  allocate('100.00'),
  request('R-1', '10.00'),
  commit('PO-1', '8.00', { request: 'R-1', line: undefined }),
  accept('A-1', 'PO-1'),
  disburse('D-1', '5.00', { acceptance: 'A-1', line: undefined }),
  commit('PO-2', '3.00'),
  disburse('D-2', '1.00', { commitment: 'PO-2', line: undefined }),
  disburse('D-3', '1.00'),
];

describe('an account with many documents', () => {
  it('is asked only for those that a request, an order, an acceptance or a payment names', () => {
    const state = guardedAccount();
    for (const command of daily) {
      const outcome = budgetAccount.decide(state, command, bookedOn('2026-07-01'));
      expect(isRefusal(outcome) ? outcome.message : undefined).toBeUndefined();
      if (!isRefusal(outcome)) for (const event of outcome) budgetAccount.evolve(state, event);
    }
    expect([state.disbursements.size, state.commitments.size]).toEqual([3, 2]);
  });
});
