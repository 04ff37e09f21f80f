import { describe, expect, it } from '@jest/globals';
import { baht, budget1000, capital, inQ2, operating, refused, totals, when } from '../testing.fixture.ts';
import type { Supplement } from './supplement.ts';

const supplement = (amount: string, changes: Partial<Supplement> = {}): Supplement => ({
  type: 'supplement',
  line: operating,
  amount: baht(amount),
  reason: 'งบกลาง',
  effectiveOn: inQ2,
  ...changes,
});

describe('supplementing a budget', () => {
  it('adds to the line beside its original budget, and names the document', () => {
    expect(when(budget1000, supplement('500.00', { document: 'S-1' }))).toEqual([
      {
        type: 'BudgetSupplemented',
        effectiveOn: inQ2,
        data: { line: operating, amount: '500.00', document: 'S-1' },
      },
    ]);
    expect(totals([...budget1000, supplement('500.00')])).toMatchObject({
      allocated: '1500.00',
      available: '1500.00',
    });
  });

  it('is refused on a line without original budget, for nothing, and without a reason', () => {
    expect(refused(budget1000, supplement('1.00', { line: capital })).code).toBe('line-not-in-account');
    expect(refused(budget1000, supplement('0')).code).toBe('amount-not-positive');
    expect(refused(budget1000, supplement('1.00', { reason: ' ' })).code).toBe('reason-missing');
  });
});
