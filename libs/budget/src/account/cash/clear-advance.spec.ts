import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import { lineState } from '../state.ts';
import {
  after,
  baht,
  budget1000,
  capital,
  commit,
  day,
  disburse,
  inQ1,
  inQ2,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';
import { advance, clear, giveBack, lent } from './cash.fixture.ts';

const advanced = (commands: readonly AccountCommand[]) =>
  lineState(after(commands).state, operating).advanced;

describe('paying an advance', () => {
  it('uses the budget at once, as money disbursed', () => {
    const given = advance('AV-1', '300.00', { dueOn: day('2025-12-15'), counterparty: 'E-0042' });
    expect(when(budget1000, given)).toEqual([
      {
        type: 'AdvancePaid',
        effectiveOn: inQ1,
        data: {
          advance: 'AV-1',
          line: operating,
          amount: '300.00',
          dueOn: '2025-12-15',
          counterparty: 'E-0042',
        },
      },
    ]);
    expect(totals(lent)).toMatchObject({ committed: '0.00', disbursed: '300.00', available: '700.00' });
    expect(advanced(lent)).toBe(30_000);
  });

  it('takes not one satang more than is available', () => {
    const used = [...lent, commit('PO-1', '500.00')];
    expect(when(used, advance('AV-2', '200.00'))).toHaveLength(1);
    expect(refused(used, advance('AV-2', '200.01'))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: operating, available: '200.00', shortBy: '0.01' },
    });
  });

  it('needs a new number, an amount, a line with budget and a due date that follows', () => {
    expect(refused(lent, advance('AV-1', '1.00'))).toMatchObject({
      code: 'advance-exists',
      kind: 'conflict',
    });
    expect(refused(lent, advance('AV-2', '0')).code).toBe('amount-not-positive');
    expect(refused(lent, advance('AV-2', '1.00', { line: capital })).code).toBe('line-not-in-account');
    expect(refused(lent, advance('AV-2', '1.00', { dueOn: day('2025-11-14') }))).toMatchObject({
      code: 'advance-due-early',
      details: { dueOn: '2025-11-14', expected: '2025-11-15' },
    });
    expect(when(lent, advance('AV-2', '1.00', { dueOn: inQ1 }))).toHaveLength(1);
  });
});

describe('clearing an advance', () => {
  it('with evidence of the same amount moves no budget, and nothing of it remains', () => {
    expect(when(lent, clear('AV-1', '300.00'))).toEqual([
      {
        type: 'AdvanceCleared',
        effectiveOn: inQ2,
        data: {
          advance: 'AV-1',
          disbursement: 'AV-1-V',
          line: operating,
          spent: '300.00',
          excess: '0.00',
          returned: '0.00',
        },
      },
    ]);
    expect(totals([...lent, clear('AV-1', '300.00')])).toEqual(totals(lent));
    expect(advanced([...lent, clear('AV-1', '300.00')])).toBe(0);
    expect(
      refused([...lent, clear('AV-1', '300.00')], clear('AV-1', '0.01', { disbursement: 'V-2' })),
    ).toMatchObject({
      code: 'advance-settled',
      kind: 'rule',
    });
  });

  it('brings unused cash back to the line in the same step', () => {
    const settled = [...lent, clear('AV-1', '220.00', { returned: baht('80.00') })];
    expect(totals(settled)).toMatchObject({ disbursed: '220.00', available: '780.00' });
    expect(advanced(settled)).toBe(0);
    expect(refused(settled, giveBack('AV-1', '0.01')).code).toBe('advance-settled');
  });

  it('draws new budget only for what was spent above the advance', () => {
    const above = clear('AV-1', '350.00');
    expect(when(lent, above)).toMatchObject([
      { data: { spent: '350.00', excess: '50.00', returned: '0.00' } },
    ]);
    expect(totals([...lent, above])).toMatchObject({ disbursed: '350.00', available: '650.00' });
    expect(advanced([...lent, above])).toBe(0);
  });

  it('is refused when the line is short of what was spent above the advance', () => {
    const used = [...lent, commit('PO-1', '650.00')];
    expect(when(used, clear('AV-1', '350.00'))).toHaveLength(1);
    expect(refused(used, clear('AV-1', '350.01'))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: operating, requested: '50.01', available: '50.00', shortBy: '0.01' },
    });
  });

  it('is done in several parts, and the last one may exceed what is left', () => {
    const parts = [
      ...lent,
      clear('AV-1', '100.00', { disbursement: 'V-1' }),
      clear('AV-1', '50.00', { disbursement: 'V-2', returned: baht('30.00') }),
    ];
    expect(advanced(parts)).toBe(12_000);
    expect(totals(parts)).toMatchObject({ disbursed: '270.00', available: '730.00' });
    const last = clear('AV-1', '120.01', { disbursement: 'V-3' });
    expect(when(parts, last)).toMatchObject([{ data: { excess: '0.01' } }]);
    expect(totals([...parts, last])).toMatchObject({ disbursed: '270.01', available: '729.99' });
    expect(advanced([...parts, last])).toBe(0);
  });

  it('takes not one satang more back than is left after what was spent', () => {
    const given = (returned: string) => clear('AV-1', '220.00', { returned: baht(returned) });
    expect(refused(lent, given('80.01'))).toMatchObject({
      code: 'advance-exceeded',
      details: { advance: 'AV-1', requested: '80.01', left: '80.00', shortBy: '0.01' },
    });
    expect(refused(lent, clear('AV-1', '300.01', { returned: baht('0.01') })).code).toBe('advance-exceeded');
  });

  it('needs an advance, a voucher of its own, amounts above zero and a day that follows', () => {
    expect(refused(lent, clear('AV-9', '1.00'))).toMatchObject({
      code: 'advance-unknown',
      kind: 'not-found',
    });
    const paid = [...lent, disburse('V-1', '1.00')];
    expect(refused(paid, clear('AV-1', '1.00', { disbursement: 'V-1' })).code).toBe('disbursement-exists');
    expect(refused([...lent, clear('AV-1', '1.00')], disburse('AV-1-V', '1.00')).code).toBe(
      'disbursement-exists',
    );
    expect(refused(lent, clear('AV-1', '0')).code).toBe('amount-not-positive');
    expect(refused(lent, clear('AV-1', '1.00', { returned: baht('-0.01') })).code).toBe(
      'amount-not-positive',
    );
    expect(refused(lent, clear('AV-1', '1.00', { effectiveOn: day('2025-11-14') }))).toMatchObject({
      code: 'date-before-document',
      details: { advance: 'AV-1', effectiveOn: '2025-11-14', expected: '2025-11-15' },
    });
  });

  it('leaves a voucher whose supplier may refund it to the line', () => {
    const cleared = [...lent, clear('AV-1', '300.00')];
    const refund = {
      type: 'refund',
      refund: 'RF-1',
      disbursement: 'AV-1-V',
      amount: baht('20.00'),
      reason: 'เบิกเกินส่งคืน',
      effectiveOn: inQ2,
    } as const;
    expect(totals([...cleared, refund])).toMatchObject({ disbursed: '280.00', available: '720.00' });
  });
});
