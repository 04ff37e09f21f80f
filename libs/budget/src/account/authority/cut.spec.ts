import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import type { Cut } from './cut.ts';
import {
  baht,
  budget1000,
  capital,
  commit,
  disburse,
  inQ1,
  inQ2,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';

const cut = (amount: string, changes: Partial<Cut> = {}): Cut => ({
  type: 'cut',
  line: operating,
  amount: baht(amount),
  reason: 'ปรับลดในชั้นกรรมาธิการ',
  effectiveOn: inQ2,
  ...changes,
});

/** 600.00 is used: 400.00 committed and 200.00 disbursed. */
const used600 = [...budget1000, commit('PO-1', '400.00'), disburse('V-1', '200.00')];

describe('cutting budget', () => {
  it('takes it off the line and names the document', () => {
    expect(when(budget1000, cut('250.5', { document: 'กธ 12/2569' }))).toEqual([
      {
        type: 'BudgetCut',
        effectiveOn: inQ2,
        data: { line: operating, amount: '250.50', document: 'กธ 12/2569' },
      },
    ]);
    expect(totals([...budget1000, cut('250.5')])).toMatchObject({ allocated: '749.50', available: '749.50' });
  });

  it('takes all that is neither committed nor disbursed', () => {
    expect(totals([...used600, cut('400.00')])).toEqual({
      allocated: '600.00',
      committed: '400.00',
      disbursed: '200.00',
      available: '0.00',
    });
  });

  it('takes not one satang of what is used', () => {
    const refusal = refused(used600, cut('400.01'));
    expect(refusal).toMatchObject({
      code: 'cut-below-used',
      kind: 'rule',
      details: {
        project: 'P01',
        fiscalYear: 2569,
        line: operating,
        requested: '400.01',
        available: '400.00',
        shortBy: '0.01',
      },
    });
    expect(refusal.message).toMatch(/P01.*annual-appropriation\/operating.*0\.01/);
  });

  it('takes nothing of what is requested and not ordered yet', () => {
    const requested: AccountCommand[] = [
      ...budget1000,
      {
        type: 'make-request',
        request: 'PR-1',
        line: operating,
        amount: baht('700.00'),
        effectiveOn: inQ1,
      },
    ];
    expect(refused(requested, cut('300.01'))).toMatchObject({
      code: 'cut-below-used',
      details: { available: '300.00', shortBy: '0.01' },
    });
    expect(when(requested, cut('300.00'))).toHaveLength(1);
  });

  it.each(['', ' ', '\t\n', ' \u200b'])('without a reason (%j) is refused', (reason) => {
    expect(refused(budget1000, cut('1.00', { reason }))).toMatchObject({
      code: 'reason-missing',
      kind: 'invalid',
    });
  });

  it('of a line without budget names the lines that have one', () => {
    expect(refused(budget1000, cut('1.00', { line: capital }))).toMatchObject({
      code: 'line-not-in-account',
      kind: 'not-found',
      details: { line: capital, lines: [operating] },
    });
  });

  it.each(['0', '-1.00'])('of %s baht is refused', (amount) => {
    expect(refused(budget1000, cut(amount)).code).toBe('amount-not-positive');
  });
});
