import { describe, expect, it } from '@jest/globals';
import { available } from '../state.ts';
import {
  after,
  allocate,
  capital,
  commit,
  day,
  open,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';

describe('allocating budget to a line', () => {
  it('records line, amount and document', () => {
    expect(when([open()], allocate('1000', { document: 'พ.ร.บ. 2569' }))).toEqual([
      {
        type: 'BudgetAllocated',
        effectiveOn: '2025-10-01',
        data: { line: operating, amount: '1000.00', document: 'พ.ร.บ. 2569' },
      },
    ]);
  });

  it('adds up on the same line and keeps other lines apart', () => {
    const { state } = after([
      open(),
      allocate('1000.00'),
      allocate('0.01'),
      allocate('20.00', { line: capital }),
    ]);
    expect(available(state, operating)).toBe(100_001);
    expect(available(state, capital)).toBe(2_000);
    expect(available(state, { ...capital, fundSource: 'own-income' })).toBe(0);
  });

  it('tells lines apart whose names read alike', () => {
    const [left, right] = [
      { fundSource: 'own/income', category: 'operating' },
      { fundSource: 'own', category: 'income/operating' },
    ];
    const { state } = after([open(), allocate('1.00', { line: left })]);
    expect([available(state, left), available(state, right)]).toEqual([100, 0]);
  });

  it('lets no line use the budget of another', () => {
    const given = [open(), allocate('1000.00'), allocate('20.00', { line: capital })];
    expect(refused(given, commit('PO-1', '20.01', { line: capital }))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: capital, available: '20.00', shortBy: '0.01' },
    });
  });

  it.each(['0', '-0.01'])('of %s baht is refused', (amount) => {
    expect(refused([open()], allocate(amount))).toMatchObject({
      code: 'amount-not-positive',
      kind: 'invalid',
      details: { project: 'P01', fiscalYear: 2569, expected: 'more than 0.00' },
    });
  });

  it('must take effect in the fiscal year', () => {
    const late = allocate('1.00', { effectiveOn: day('2026-10-01') });
    expect(refused([open()], late).code).toBe('date-outside-fiscal-year');
  });

  it('takes the account up to the largest amount that can be counted, and not one satang further', () => {
    const most = '90071992547409.91';
    expect(totals([open(), allocate(most)])).toMatchObject({ allocated: most, available: most });
    expect(refused([open(), allocate(most)], allocate('0.01', { line: capital }))).toMatchObject({
      code: 'amount-out-of-range',
      kind: 'invalid',
    });
  });
});
