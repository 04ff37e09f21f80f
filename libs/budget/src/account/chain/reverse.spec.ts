import { describe, expect, it } from '@jest/globals';
import type { ReverseDisbursement } from './reverse.ts';
import {
  after,
  baht,
  budget1000,
  commit,
  day,
  disburse,
  inQ2,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';

const reverse = (
  disbursement: string,
  amount?: string,
  changes: Partial<ReverseDisbursement> = {},
): ReverseDisbursement => ({
  type: 'reverse-disbursement',
  disbursement,
  ...(amount === undefined ? {} : { amount: baht(amount) }),
  reason: 'เบิกเกินส่งคืน',
  effectiveOn: inQ2,
  ...changes,
});

/** 100.00 paid directly, and 150.00 of the order over 400.00. */
const paid = [
  ...budget1000,
  commit('PO-1', '400.00'),
  disburse('V-1', '100.00'),
  disburse('V-2', '150.00', { commitment: 'PO-1' }),
];

describe('taking a disbursement back', () => {
  it('makes the money of a direct one available again', () => {
    expect(when(paid, reverse('V-1'))).toEqual([
      {
        type: 'DisbursementReversed',
        effectiveOn: inQ2,
        data: { disbursement: 'V-1', line: operating, amount: '100.00' },
      },
    ]);
    expect(totals([...paid, reverse('V-1')])).toMatchObject({ disbursed: '150.00', available: '600.00' });
  });

  it('makes the money of one against a commitment outstanding again, not available', () => {
    expect(when(paid, reverse('V-2'))).toMatchObject([{ data: { amount: '150.00', commitment: 'PO-1' } }]);
    expect(totals([...paid, reverse('V-2')])).toEqual({
      allocated: '1000.00',
      committed: '400.00',
      disbursed: '100.00',
      available: '500.00',
    });
    expect(after([...paid, reverse('V-2')]).state.commitments.get('PO-1')?.outstanding).toBe(40_000);
  });

  it('is done in parts until nothing is left', () => {
    const parts = [...paid, reverse('V-1', '99.99')];
    expect(refused(parts, reverse('V-1', '0.02'))).toMatchObject({
      code: 'reversal-exceeds-disbursement',
      kind: 'rule',
      details: { disbursement: 'V-1', requested: '0.02', left: '0.01', shortBy: '0.01' },
    });
    expect(when(parts, reverse('V-1'))).toMatchObject([{ data: { amount: '0.01' } }]);
    expect(refused([...parts, reverse('V-1')], reverse('V-1', '0.01'))).toMatchObject({
      code: 'already-reversed',
      kind: 'rule',
      details: { disbursement: 'V-1', line: operating },
    });
  });

  it('takes effect on the day of the payment at the earliest', () => {
    expect(refused(paid, reverse('V-1', '1.00', { effectiveOn: day('2025-11-14') }))).toMatchObject({
      code: 'reversal-before-disbursement',
      kind: 'rule',
      details: { disbursement: 'V-1', effectiveOn: '2025-11-14', expected: '2025-11-15' },
    });
    expect(when(paid, reverse('V-1', '1.00', { effectiveOn: day('2025-11-15') }))).toHaveLength(1);
  });

  it('takes nothing back that a correction took off the line already', () => {
    const correction = {
      type: 'correct-quarter',
      correction: 'C-1',
      quarter: 'Q1',
      line: operating,
      disbursed: baht('-200.00'),
      committed: baht('0'),
      reason: 'รายงานไตรมาส 1 ฉบับแก้ไข',
    } as const;
    const corrected = [...paid, correction];
    expect(totals(corrected)).toMatchObject({ disbursed: '50.00', available: '700.00' });
    expect(refused(corrected, reverse('V-1', '50.01'))).toMatchObject({
      code: 'reversal-exceeds-disbursement',
      details: { left: '50.00', shortBy: '0.01' },
    });
    expect(totals([...corrected, reverse('V-1')])).toMatchObject({ disbursed: '0.00', available: '750.00' });
    expect(refused([...corrected, reverse('V-1')], reverse('V-2')).code).toBe('already-reversed');
  });

  it('needs a voucher, an amount above zero and a reason', () => {
    expect(refused(paid, reverse('V-9'))).toMatchObject({
      code: 'disbursement-unknown',
      kind: 'not-found',
      details: { disbursement: 'V-9' },
    });
    expect(refused(paid, reverse('V-1', '-0.01')).code).toBe('amount-not-positive');
    expect(refused(paid, reverse('V-1', '1.00', { reason: '' })).code).toBe('reason-missing');
  });

  it('leaves the number of the voucher taken', () => {
    expect(refused([...paid, reverse('V-1')], disburse('V-1', '1.00')).code).toBe('disbursement-exists');
  });
});
