import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { budgetAccount } from '../account.ts';
import type { AccountCommand } from '../commands.ts';
import type { AccountState } from '../state.ts';
import {
  after,
  baht,
  budget1000,
  commit,
  day,
  disburse,
  inQ1,
  inQ2,
  march,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';
import { guarantee, returnHeld } from './cash.fixture.ts';
import { heldUnder, holdWithheld, mustHoldApart } from './held-cash.ts';

const ordered: readonly AccountCommand[] = [...budget1000, commit('PO-1', '400.00')];
const secured: readonly AccountCommand[] = [...ordered, guarantee('G-1', '20.00', { commitment: 'PO-1' })];

describe('a guarantee', () => {
  it('is held and moves no budget', () => {
    expect(when(ordered, guarantee('G-1', '20.00', { commitment: 'PO-1', counterparty: 'C-7' }))).toEqual([
      {
        type: 'GuaranteeHeld',
        effectiveOn: inQ1,
        data: { guarantee: 'G-1', commitment: 'PO-1', amount: '20.00', counterparty: 'C-7' },
      },
    ]);
    expect(totals(secured)).toEqual(totals(ordered));
  });

  it('may be larger than what is available: it is not the money of the budget', () => {
    expect(when(budget1000, guarantee('G-1', '5000.00'))).toHaveLength(1);
  });

  it('secures an order or contract that is there, also one of several items', () => {
    expect(refused(ordered, guarantee('G-1', '1.00', { commitment: 'PO-9' })).code).toBe(
      'commitment-unknown',
    );
    const items = [
      ...budget1000,
      commit('PO-2', '10.00', { item: '1' }),
      commit('PO-2', '10.00', { item: '2' }),
    ];
    expect(when(items, guarantee('G-1', '1.00', { commitment: 'PO-2' }))).toHaveLength(1);
  });

  it('has a number of its own and an amount', () => {
    expect(refused(secured, guarantee('G-1', '1.00'))).toMatchObject({
      code: 'held-cash-exists',
      kind: 'conflict',
      details: { number: 'G-1', kind: 'guarantee' },
    });
    expect(refused(secured, guarantee('G-2', '0')).code).toBe('amount-not-positive');
  });

  it('is given back in parts, never more than is held', () => {
    expect(when(secured, returnHeld('G-1', '15.00'))).toEqual([
      {
        type: 'HeldCashReturned',
        effectiveOn: inQ2,
        data: { number: 'G-1', kind: 'guarantee', amount: '15.00', to: 'counterparty' },
      },
    ]);
    const part = [...secured, returnHeld('G-1', '15.00')];
    expect(refused(part, returnHeld('G-1', '5.01'))).toMatchObject({
      code: 'held-cash-exceeded',
      kind: 'rule',
      details: { number: 'G-1', requested: '5.01', held: '5.00', shortBy: '0.01' },
    });
    expect(totals([...part, returnHeld('G-1', '5.00')])).toEqual(totals(ordered));
    expect(refused([...part, returnHeld('G-1', '5.00')], returnHeld('G-1', '0.01')).code).toBe(
      'held-cash-exceeded',
    );
  });

  it('is kept for good only with a reason', () => {
    const kept = returnHeld('G-1', '20.00', { to: 'kept' });
    expect(refused(secured, kept).code).toBe('reason-missing');
    expect(refused(secured, { ...kept, reason: ' ' }).code).toBe('reason-missing');
    expect(refused(secured, { ...kept, reason: '\u200b' }).code).toBe('reason-missing');
    expect(when(secured, { ...kept, reason: 'ผู้รับจ้างทิ้งงาน' })).toMatchObject([{ data: { to: 'kept' } }]);
  });

  it('is given back under its number, on its day or later, even after the year', () => {
    expect(refused(secured, returnHeld('G-9', '1.00'))).toMatchObject({
      code: 'held-cash-unknown',
      kind: 'not-found',
    });
    expect(refused(secured, returnHeld('G-1', '0')).code).toBe('amount-not-positive');
    expect(refused(secured, returnHeld('G-1', '1.00', { effectiveOn: day('2025-11-14') }))).toMatchObject({
      code: 'date-before-document',
      details: { expected: '2025-11-15' },
    });
    expect(when(secured, returnHeld('G-1', '20.00', { effectiveOn: day('2027-11-14') }))).toHaveLength(1);
  });
});

describe('a retention', () => {
  /** Payments of 100.00 each, with what they keep back. */
  function withheldOn(
    ...kept: { readonly kind: string; readonly amount: string; readonly number?: string }[][]
  ): AccountState {
    const payments = kept.map((_, index) => disburse(`V-${index + 1}`, '100.00'));
    const { state } = after([...secured, ...payments]);
    kept.forEach((withheld, index) => {
      holdWithheld(state, { disbursement: `V-${index + 1}`, withheld }, inQ1);
    });
    return state;
  }

  const held = (state: AccountState, number: string) => {
    const found = state.held.get(number);
    return found && heldUnder(state, found);
  };

  it('is held under its number, which several payments may add to', () => {
    const state = withheldOn(
      [{ kind: 'retention', amount: '10.00', number: 'RT-1' }],
      [{ kind: 'retention', amount: '5.00', number: 'RT-1' }],
    );
    expect(held(state, 'RT-1')).toBe(1_500);
  });

  it('has the number of the voucher where it has none of its own', () => {
    expect(held(withheldOn([{ kind: 'retention', amount: '10.00' }]), 'V-1')).toBe(1_000);
  });

  it('is all that is held of a payment: fines, taxes and the rest are not', () => {
    const state = withheldOn([
      { kind: 'late-fine', amount: '1.00', number: 'X-1' },
      { kind: 'withholding-tax', amount: '1.00', number: 'X-2' },
      { kind: 'other', amount: '1.00', number: 'X-3' },
    ]);
    expect([...state.held.keys()]).toEqual(['G-1']);
  });

  it('is given back, never more than is held', () => {
    const state = withheldOn([{ kind: 'retention', amount: '10.00', number: 'RT-1' }]);
    const back = (amount: string) => budgetAccount.decide(state, returnHeld('RT-1', amount), march);
    expect(back('10.00')).toMatchObject([
      { data: { number: 'RT-1', kind: 'retention', to: 'counterparty' } },
    ]);
    expect(back('10.01')).toMatchObject({ code: 'held-cash-exceeded', details: { held: '10.00' } });
  });

  it('is gone when its payment is taken back as a whole, and stays when it is taken back in part', () => {
    const state = withheldOn([{ kind: 'retention', amount: '10.00', number: 'RT-1' }]);
    const takeBack = (amount: string) => {
      const decided = budgetAccount.decide(
        state,
        {
          type: 'reverse-disbursement',
          disbursement: 'V-1',
          amount: baht(amount),
          reason: 'จ่ายผิด',
          effectiveOn: inQ2,
        },
        march,
      );
      if (isRefusal(decided)) throw new Error(decided.message);
      for (const event of decided) budgetAccount.evolve(state, event);
    };
    takeBack('99.99');
    expect(held(state, 'RT-1')).toBe(1_000);
    takeBack('0.01');
    expect(held(state, 'RT-1')).toBe(0);
  });

  it('cannot be kept under the number of a guarantee', () => {
    const { state } = after(secured);
    const kept = (number: string) =>
      mustHoldApart(state, {
        disbursement: 'V-1',
        withheld: [{ kind: 'retention', amount: '10.00', number }],
      });
    expect(kept('G-1')).toMatchObject({ code: 'held-cash-exists', details: { number: 'G-1' } });
    expect(kept('RT-1')).toBeUndefined();
  });
});
