import { describe, expect, it } from '@jest/globals';
import type { AmendCommitment } from './amend.ts';
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

const amend = (change: string, changes: Partial<AmendCommitment> = {}): AmendCommitment => ({
  type: 'amend-commitment',
  commitment: 'PO-1',
  change: baht(change),
  reason: 'แก้ไขสัญญา',
  effectiveOn: inQ2,
  ...changes,
});

/** Of the order over 400.00, 150.00 is paid: 250.00 is outstanding, 600.00 is available. */
const ordered = [...budget1000, commit('PO-1', '400.00'), disburse('V-1', '150.00', { commitment: 'PO-1' })];

describe('amending a commitment', () => {
  it('raises it by what is available, to the last satang', () => {
    expect(when(ordered, amend('600.00'))).toEqual([
      {
        type: 'CommitmentAmended',
        effectiveOn: inQ2,
        data: { commitment: 'PO-1', line: operating, change: '600.00' },
      },
    ]);
    expect(refused(ordered, amend('600.01'))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: operating, requested: '600.01', available: '600.00', shortBy: '0.01' },
    });
  });

  it('lowers it to what is paid, and not below', () => {
    expect(totals([...ordered, amend('-250.00')])).toMatchObject({
      committed: '0.00',
      disbursed: '150.00',
      available: '850.00',
    });
    expect(refused(ordered, amend('-250.01'))).toMatchObject({
      code: 'commitment-exceeded',
      kind: 'rule',
      details: {
        commitment: 'PO-1',
        line: operating,
        requested: '250.01',
        outstanding: '250.00',
        shortBy: '0.01',
      },
    });
  });

  it('raises it on its day at the earliest', () => {
    expect(refused(ordered, amend('1.00', { effectiveOn: day('2025-10-01') })).code).toBe(
      'date-before-commitment',
    );
  });

  it('lowers it on its day at the earliest', () => {
    expect(refused(ordered, amend('-1.00', { effectiveOn: day('2025-11-14') }))).toMatchObject({
      code: 'date-before-commitment',
      kind: 'rule',
      details: { commitment: 'PO-1', effectiveOn: '2025-11-14', expected: '2025-11-15' },
    });
    expect(when(ordered, amend('-1.00', { effectiveOn: day('2025-11-15') }))).toHaveLength(1);
  });

  it('can raise an order again that was paid or released wholly', () => {
    const { state } = after([...ordered, amend('-250.00'), amend('0.01')]);
    expect(state.commitments.get('PO-1')?.outstanding).toBe(1);
  });

  it('needs an order, a change and a reason', () => {
    expect(refused(ordered, amend('1.00', { commitment: 'PO-9' }))).toMatchObject({
      code: 'commitment-unknown',
      kind: 'not-found',
      details: { commitment: 'PO-9' },
    });
    expect(refused(ordered, amend('0'))).toMatchObject({ code: 'change-is-zero', kind: 'invalid' });
    expect(refused(ordered, amend('1.00', { reason: '' })).code).toBe('reason-missing');
  });
});
