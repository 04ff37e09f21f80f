import { describe, expect, it } from '@jest/globals';
import {
  budget1000,
  capital,
  commit,
  day,
  disburse,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';

describe('committing by an order or a contract', () => {
  it('records what is ordered and from whom', () => {
    const more = { description: 'จ้างที่ปรึกษา', counterparty: 'VENDOR-7' };
    expect(when(budget1000, commit('PO-1', '400', more))).toEqual([
      {
        type: 'CommitmentMade',
        effectiveOn: '2025-11-15',
        data: { commitment: 'PO-1', line: operating, amount: '400.00', ...more },
      },
    ]);
  });

  it('takes from what is available until nothing is left', () => {
    expect(totals([...budget1000, commit('PO-1', '400.00'), commit('PO-2', '600.00')])).toEqual({
      allocated: '1000.00',
      committed: '1000.00',
      disbursed: '0.00',
      available: '0.00',
    });
  });

  it('is refused for one satang too much, and says what is missing on which line', () => {
    const given = [...budget1000, commit('PO-1', '400.00'), disburse('V-1', '100.00')];
    const refusal = refused(given, commit('PO-2', '500.01'));
    expect(refusal).toMatchObject({
      code: 'budget-exceeded',
      kind: 'rule',
      details: {
        project: 'P01',
        fiscalYear: 2569,
        line: operating,
        requested: '500.01',
        available: '500.00',
        shortBy: '0.01',
      },
    });
    expect(refusal.message).toMatch(/P01 in 2569.*annual-appropriation\/operating.*0\.01 is missing/);
    expect(when(given, commit('PO-2', '500.00'))).toHaveLength(1);
  });

  it('takes a number once, even when the first order is paid', () => {
    const given = [...budget1000, commit('PO-1', '10.00'), disburse('V-1', '10.00', { commitment: 'PO-1' })];
    expect(refused(given, commit('PO-1', '1.00'))).toMatchObject({
      code: 'commitment-exists',
      kind: 'conflict',
      details: { commitment: 'PO-1' },
    });
  });

  it('needs a line with budget, an amount and a day of the fiscal year', () => {
    expect(refused(budget1000, commit('PO-1', '1.00', { line: capital }))).toMatchObject({
      code: 'line-not-in-account',
      details: { line: capital, lines: [operating] },
    });
    expect(refused(budget1000, commit('PO-1', '0')).code).toBe('amount-not-positive');
    const early = commit('PO-1', '1.00', { effectiveOn: day('2025-09-30') });
    expect(refused(budget1000, early).code).toBe('date-outside-fiscal-year');
  });
});
