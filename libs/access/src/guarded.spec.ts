import { describe, expect, it } from '@jest/globals';
import { type Decider, type DomainEvent, isRefusal, parseBaht, refusal } from '#kernel';
import { asked, SET, withRoles } from './access.fixture.ts';
import { guarded, type GuardedContext } from './guarded.ts';
import type { AccessState } from './state.ts';

interface Pay {
  readonly type: 'disburse';
  readonly amount: string;
}
type Paid = DomainEvent<'Paid', { readonly amount: string }>;

let looked = 0;
/** An account with 100 baht. */
const account: Decider<number, Pay, Paid> = {
  category: 'budgetaccount',
  initial: () => 100,
  decide(_state, { amount }) {
    looked += 1;
    if (Number(amount) > 100) return refusal('rule', 'budget-exceeded', 'too much');
    return [{ type: 'Paid', effectiveOn: asked('').bookedOn, data: { amount } }];
  },
  evolve: (state) => state,
};

const guardedAccount = guarded(account, {
  moves: ({ amount }) => ({ fundSources: ['subsidy'], amount: parseBaht(amount) }),
});

const pay = (
  access: AccessState | undefined,
  actor = 'malee',
  amount = '50.00',
  stream = 'budgetaccount-etda.2569.P01',
) => {
  const context: GuardedContext = { ...asked(actor), stream, access };
  const decided = guardedAccount.decide(100, { type: 'disburse', amount }, context);
  return isRefusal(decided) ? decided.code : decided;
};

describe('a decision behind the guard', () => {
  it('is taken as ever while the ledger has no administrator', () => {
    expect(pay(undefined)).toEqual([expect.not.objectContaining({ decision: expect.anything() })]);
  });

  it('is refused to everybody whom nobody gave a role', () => {
    expect(pay(SET)).toBe('role-missing');
    expect(pay(SET, '')).toBe('role-missing');
    expect(pay(SET, 'admin')).toBe('administrator-posts-nothing');
  });

  it('names the revision of the table and the grant that allowed it, so that a replay proves it', () => {
    expect(pay(withRoles(['malee', 'maker']))).toEqual([
      expect.objectContaining({ decision: { access: { revision: '2', grants: [2] } } }),
    ]);
  });

  it('keeps to the limits of money that only the decision knows', () => {
    expect(pay(withRoles(['malee', 'maker', { upTo: '49.99' }]))).toBe('outside-your-limits');
    expect(pay(withRoles(['malee', 'maker', { fundSources: ['revenue'] }]))).toBe('outside-your-limits');
  });

  it('says nothing of an account to whom it does not belong', () => {
    looked = 0;
    expect(pay(withRoles(['malee', 'maker', { projects: ['P02'] }]), 'malee', '500.00')).toBe(
      'outside-your-limits',
    );
    expect(looked).toBe(0);
  });
});
