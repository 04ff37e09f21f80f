import { describe, expect, it } from '@jest/globals';
import type { ReleaseCommitment } from './release.ts';
import {
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

const release = (amount?: string, changes: Partial<ReleaseCommitment> = {}): ReleaseCommitment => ({
  type: 'release-commitment',
  commitment: 'PO-1',
  ...(amount === undefined ? {} : { amount: baht(amount) }),
  reason: 'เงินเหลือจ่าย',
  effectiveOn: inQ2,
  ...changes,
});

/** Of the order over 400.00, 150.00 is paid and 250.00 outstanding. */
const ordered = [...budget1000, commit('PO-1', '400.00'), disburse('V-1', '150.00', { commitment: 'PO-1' })];

describe('releasing a commitment', () => {
  it('gives all that is outstanding back to the line unless an amount is named', () => {
    expect(when(ordered, release())).toEqual([
      {
        type: 'CommitmentReleased',
        effectiveOn: inQ2,
        data: { commitment: 'PO-1', line: operating, amount: '250.00' },
      },
    ]);
    expect(totals([...ordered, release()])).toEqual({
      allocated: '1000.00',
      committed: '0.00',
      disbursed: '150.00',
      available: '850.00',
    });
  });

  it('gives a part back', () => {
    expect(totals([...ordered, release('0.01')])).toMatchObject({
      committed: '249.99',
      available: '600.01',
    });
  });

  it('gives back not one satang more than is outstanding', () => {
    expect(refused(ordered, release('250.01'))).toMatchObject({
      code: 'commitment-exceeded',
      details: { line: operating, requested: '250.01', outstanding: '250.00', shortBy: '0.01' },
    });
  });

  it('takes effect on the day of the order at the earliest', () => {
    expect(refused(ordered, release(undefined, { effectiveOn: day('2025-11-14') }))).toMatchObject({
      code: 'date-before-commitment',
      kind: 'rule',
      details: { commitment: 'PO-1', effectiveOn: '2025-11-14', expected: '2025-11-15' },
    });
    expect(when(ordered, release(undefined, { effectiveOn: day('2025-11-15') }))).toHaveLength(1);
  });

  it('has nothing to give back of an order that is paid or released', () => {
    expect(refused([...ordered, release()], release())).toMatchObject({
      code: 'nothing-outstanding',
      kind: 'rule',
      details: { commitment: 'PO-1', line: operating },
    });
  });

  it('needs an order, an amount above zero and a reason', () => {
    expect(refused(ordered, release(undefined, { commitment: 'PO-9' })).code).toBe('commitment-unknown');
    expect(refused(ordered, release('0')).code).toBe('amount-not-positive');
    expect(refused(ordered, release(undefined, { reason: ' ' })).code).toBe('reason-missing');
  });
});
