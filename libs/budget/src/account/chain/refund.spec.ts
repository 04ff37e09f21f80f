import { describe, expect, it } from '@jest/globals';
import {
  baht,
  budget1000,
  commit,
  day,
  disburse,
  inQ2,
  operating,
  refused,
  when,
} from '../testing.fixture.ts';
import type { Refund } from './refund.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

const refund = (number: string, amount: string, changes: Partial<Refund> = {}): Refund => ({
  type: 'refund',
  refund: number,
  disbursement: 'V-1',
  amount: baht(amount),
  reason: 'เบิกเกินส่งคืน',
  effectiveOn: inQ2,
  ...changes,
});
const reverse = (amount?: string) =>
  ({
    type: 'reverse-disbursement',
    disbursement: 'V-1',
    ...(amount === undefined ? {} : { amount: baht(amount) }),
    reason: 'บันทึกผิด',
    effectiveOn: inQ2,
  }) as const;

const paid = [...budget1000, commit('PO-1', '400.00'), disburse('V-1', '100.00', { commitment: 'PO-1' })];

describe('money of a payment that comes back', () => {
  it('returns to the line and not to the order, which stays paid', () => {
    expect(when(paid, refund('RF-1', '30.00'))).toEqual([
      {
        type: 'DisbursementRefunded',
        effectiveOn: inQ2,
        data: { refund: 'RF-1', disbursement: 'V-1', line: operating, amount: '30.00' },
      },
    ]);
    const back = [...paid, refund('RF-1', '30.00')];
    expect(stagesAfter(back)).toMatchObject({ committed: '300.00', disbursed: '70.00', available: '630.00' });
    expect(documentsAfter(back).commitments).toEqual({ 'PO-1': '300.00' });
  });

  it('is never more than is left of the payment, refund by refund', () => {
    const once = [...paid, refund('RF-1', '99.99')];
    expect(refused(once, refund('RF-2', '0.02'))).toMatchObject({
      code: 'reversal-exceeds-disbursement',
      details: { left: '0.01', shortBy: '0.01' },
    });
    expect(when(once, refund('RF-2', '0.01'))).toHaveLength(1);
    expect(refused([...once, refund('RF-2', '0.01')], reverse()).code).toBe('already-reversed');
  });

  it('after the year of the payment is refused, and called revenue', () => {
    expect(refused(paid, refund('RF-1', '30.00', { effectiveOn: day('2026-10-01') }))).toMatchObject({
      code: 'date-outside-fiscal-year',
      message: expect.stringContaining('is revenue (เงินเหลือจ่ายปีเก่าส่งคืน)'),
    });
    const early = refused(paid, refund('RF-1', '30.00', { effectiveOn: day('2025-09-30') }));
    expect(early.message).not.toContain('revenue');
  });

  it('comes after a part of the payment was taken back: of the rest alone', () => {
    const part = [...paid, reverse('60.00')];
    expect(refused(part, refund('RF-1', '40.01'))).toMatchObject({ details: { left: '40.00' } });
    const both = [...part, refund('RF-1', '40.00')];
    expect(stagesAfter(both)).toMatchObject({ committed: '360.00', disbursed: '0.00', available: '640.00' });
  });

  it('stays with the line when the rest of the payment is taken back', () => {
    const both = [...paid, refund('RF-1', '30.00'), reverse()];
    expect(stagesAfter(both)).toMatchObject({ committed: '370.00', disbursed: '0.00', available: '630.00' });
    expect(documentsAfter(both).commitments).toEqual({ 'PO-1': '370.00' });
  });

  it('keeps the order in use: it was paid', () => {
    const undo = {
      type: 'reverse-commitment',
      commitment: 'PO-1',
      reason: 'ผิด',
      effectiveOn: inQ2,
    } as const;
    expect(refused([...paid, refund('RF-1', '100.00')], undo)).toMatchObject({
      code: 'document-in-use',
      details: { later: 'disbursement V-1' },
    });
  });

  it('comes of a direct payment too, and of one item of a voucher', () => {
    const items = [
      ...budget1000,
      disburse('V-1', '10.00', { item: '1' }),
      disburse('V-1', '20.00', { item: '2' }),
    ];
    const back = [...items, refund('RF-1', '15.00', { item: '2' })];
    expect(stagesAfter(back)).toMatchObject({ disbursed: '15.00', available: '985.00' });
    expect(refused(items, refund('RF-1', '10.01', { item: '1' })).code).toBe('reversal-exceeds-disbursement');
    expect(refused(items, refund('RF-1', '1.00')).code).toBe('disbursement-unknown');
  });

  it('needs a number of its own, an amount, a reason, and a day not before the payment', () => {
    expect(refused([...paid, refund('RF-1', '1.00')], refund('RF-1', '1.00'))).toMatchObject({
      code: 'refund-exists',
      kind: 'conflict',
      details: { refund: 'RF-1' },
    });
    expect(refused(paid, refund('RF-1', '0')).code).toBe('amount-not-positive');
    expect(refused(paid, refund('RF-1', '1.00', { reason: '' })).code).toBe('reason-missing');
    expect(refused(paid, refund('RF-1', '1.00', { effectiveOn: day('2025-11-14') })).code).toBe(
      'reversal-before-disbursement',
    );
  });
});
