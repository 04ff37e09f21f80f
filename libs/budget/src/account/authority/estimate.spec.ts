import { describe, expect, it } from '@jest/globals';
import { lineState } from '../state.ts';
import {
  after,
  allocate,
  baht,
  capital,
  commit,
  day,
  inQ1,
  open,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';
import type { Estimate } from './estimate.ts';

const estimate = (amount: string, changes: Partial<Estimate> = {}): Estimate => ({
  type: 'estimate',
  line: operating,
  amount: baht(amount),
  effectiveOn: inQ1,
  ...changes,
});

describe('estimating what a line needs', () => {
  it('comes before any allocation and records line, amount and document', () => {
    expect(when([open()], estimate('1200', { document: 'คำของบ 2569' }))).toEqual([
      {
        type: 'BudgetEstimated',
        effectiveOn: inQ1,
        data: { line: operating, amount: '1200.00', document: 'คำของบ 2569' },
      },
    ]);
  });

  it('gives no budget: nothing can be ordered on an estimate', () => {
    const estimated = [open(), estimate('1200.00')];
    expect(totals(estimated)).toMatchObject({ allocated: '0.00', available: '0.00' });
    expect(refused(estimated, commit('PO-1', '0.01'))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: operating, available: '0.00', shortBy: '0.01' },
    });
  });

  it('adds up on a line and stays apart from what is allocated', () => {
    const { state } = after([
      open(),
      estimate('1200.00'),
      allocate('1000.00'),
      estimate('0.01'),
      estimate('5.00', { line: capital }),
    ]);
    expect(lineState(state, operating)).toMatchObject({ estimated: 120_001, allocated: 100_000 });
    expect(lineState(state, capital)).toMatchObject({ estimated: 500, allocated: 0 });
  });

  it.each(['0', '-0.01'])('of %s baht is refused', (amount) => {
    expect(refused([open()], estimate(amount)).code).toBe('amount-not-positive');
  });

  it('must take effect in the fiscal year, and stay countable for the whole account', () => {
    expect(refused([open()], estimate('1.00', { effectiveOn: day('2026-10-01') })).code).toBe(
      'date-outside-fiscal-year',
    );
    const most = estimate('90071992547409.91');
    expect(when([open()], most)).toHaveLength(1);
    expect(refused([open(), most], estimate('0.01', { line: capital })).code).toBe('amount-out-of-range');
  });
});
