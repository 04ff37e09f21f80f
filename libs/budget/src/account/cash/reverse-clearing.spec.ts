import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { lineState } from '../state.ts';
import { after, baht, commit, day, inQ2, operating, refused, totals, when } from '../testing.fixture.ts';
import { clear, giveBack, lent, reverseClearing } from './cash.fixture.ts';

const money = (commands: readonly AccountCommand[]) => ({
  ...totals(commands),
  advanced: lineState(after(commands).state, operating).advanced,
  outstanding: after(commands).state.advances.get('AV-1')?.outstanding,
});
const refund: AccountCommand = {
  type: 'refund',
  refund: 'RF-1',
  disbursement: 'AV-1-V',
  amount: baht('1.00'),
  reason: 'เบิกเกินส่งคืน',
  effectiveOn: inQ2,
};

describe('taking the clearing of an advance back', () => {
  it.each([
    ['of a part', clear('AV-1', '100.00')],
    ['of all of it', clear('AV-1', '300.00')],
    ['with unused cash', clear('AV-1', '220.00', { returned: baht('80.00') })],
    ['above the advance', clear('AV-1', '350.00')],
  ])('leaves everything as before: a clearing %s', (_, clearing) => {
    expect(money([...lent, clearing, reverseClearing('AV-1-V')])).toEqual(money(lent));
  });

  it('says what it takes back, and the advance can be cleared anew under another voucher', () => {
    const cleared = [...lent, clear('AV-1', '350.00')];
    expect(when(cleared, reverseClearing('AV-1-V'))).toEqual([
      {
        type: 'AdvanceClearingReversed',
        effectiveOn: inQ2,
        data: {
          clearing: 'AV-1-V',
          advance: 'AV-1',
          line: operating,
          spent: '350.00',
          excess: '50.00',
          returned: '0.00',
        },
      },
    ]);
    const again = [...cleared, reverseClearing('AV-1-V')];
    expect(refused(again, clear('AV-1', '1.00')).code).toBe('disbursement-exists');
    expect(money([...again, clear('AV-1', '300.00', { disbursement: 'V-2' })])).toMatchObject({
      outstanding: 0,
    });
  });

  it('needs budget for the cash that had come back, to the satang', () => {
    const settled = [...lent, clear('AV-1', '220.00', { returned: baht('80.00') })];
    expect(when([...settled, commit('PO-1', '700.00')], reverseClearing('AV-1-V'))).toHaveLength(1);
    expect(refused([...settled, commit('PO-1', '700.01')], reverseClearing('AV-1-V'))).toMatchObject({
      code: 'budget-exceeded',
      details: { requested: '80.00', available: '79.99', shortBy: '0.01' },
    });
  });

  it('concerns one part only when the advance was cleared in several', () => {
    const parts = [
      ...lent,
      clear('AV-1', '100.00', { disbursement: 'V-1' }),
      clear('AV-1', '150.00', { disbursement: 'V-2' }),
      giveBack('AV-1', '50.00'),
    ];
    expect(money([...parts, reverseClearing('V-1')])).toMatchObject({
      advanced: 10_000,
      disbursed: '250.00',
    });
  });

  it('happens once, with a reason, for a clearing that was made, on its day or later', () => {
    const cleared = [...lent, clear('AV-1', '100.00')];
    expect(refused(lent, reverseClearing('AV-1-V'))).toMatchObject({
      code: 'clearing-unknown',
      kind: 'not-found',
    });
    expect(refused(cleared, reverseClearing('AV-1-V', { reason: ' ' })).code).toBe('reason-missing');
    expect(refused(cleared, reverseClearing('AV-1-V', { reason: ' \u200b' })).code).toBe('reason-missing');
    expect(refused(cleared, reverseClearing('AV-1-V', { effectiveOn: day('2026-02-14') })).code).toBe(
      'date-before-document',
    );
    const reversed = [...cleared, reverseClearing('AV-1-V')];
    expect(refused(reversed, reverseClearing('AV-1-V')).code).toBe('clearing-already-reversed');
    expect(refused(reversed, refund).code).toBe('reversal-exceeds-disbursement');
  });

  it('is refused when the voucher was refunded since, and is the only way to take the voucher back', () => {
    const cleared = [...lent, clear('AV-1', '100.00')];
    expect(refused([...cleared, refund], reverseClearing('AV-1-V'))).toMatchObject({
      code: 'document-in-use',
      details: { left: '99.00', expected: '100.00' },
    });
    const voucherBack: AccountCommand = {
      type: 'reverse-disbursement',
      disbursement: 'AV-1-V',
      reason: 'จ่ายผิด',
      effectiveOn: inQ2,
    };
    expect(refused(cleared, voucherBack).code).toBe('voucher-clears-advance');
  });
});
