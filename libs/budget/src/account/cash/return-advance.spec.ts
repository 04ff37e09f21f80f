import { describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '../commands.ts';
import {
  after,
  baht,
  bookedOn,
  budget1000,
  day,
  inQ2,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';
import { advancesOutstanding } from './advance.ts';
import { advance, clear, giveBack, lent } from './cash.fixture.ts';

describe('returning an advance', () => {
  it('makes the cash available again, in parts until nothing is left', () => {
    expect(when(lent, giveBack('AV-1', '120.00'))).toEqual([
      {
        type: 'AdvanceReturned',
        effectiveOn: inQ2,
        data: { advance: 'AV-1', line: operating, amount: '120.00' },
      },
    ]);
    const part = [...lent, giveBack('AV-1', '120.00')];
    expect(totals(part)).toMatchObject({ disbursed: '180.00', available: '820.00' });
    expect(refused(part, giveBack('AV-1', '180.01'))).toMatchObject({
      code: 'advance-exceeded',
      details: { left: '180.00', shortBy: '0.01' },
    });
    expect(totals([...part, giveBack('AV-1', '180.00')])).toEqual(totals(budget1000));
  });

  it('is not lessened by a correction, which reaches only what was paid', () => {
    const correction: AccountCommand = {
      type: 'correct-quarter',
      correction: 'C-1',
      quarter: 'Q1',
      line: operating,
      disbursed: baht('-0.01'),
      committed: baht('0'),
      reason: 'รายงานไตรมาส 1 ฉบับแก้ไข',
    };
    expect(refused(lent, correction).code).toBe('correction-below-zero');
  });

  it('needs an advance, an amount above zero and a day that follows', () => {
    expect(refused(lent, giveBack('AV-9', '1.00')).code).toBe('advance-unknown');
    expect(refused(lent, giveBack('AV-1', '0')).code).toBe('amount-not-positive');
    expect(refused(lent, giveBack('AV-1', '1.00', { effectiveOn: day('2025-11-14') })).code).toBe(
      'date-before-document',
    );
  });
});

describe('the list of advances that are not settled', () => {
  const given = [
    ...budget1000,
    advance('AV-1', '100.00', { dueOn: day('2026-01-15') }),
    advance('AV-2', '50.00'),
    advance('AV-3', '30.00', { dueOn: day('2025-12-15') }),
    advance('AV-4', '20.00', { dueOn: day('2025-12-01') }),
    clear('AV-1', '60.00'),
    clear('AV-4', '20.00'),
  ];
  const { state } = after(given, bookedOn('2026-03-31'));

  it('begins with those due first and says what is left of them', () => {
    expect(advancesOutstanding(state, day('2025-12-31'))).toMatchObject([
      { advance: 'AV-3', outstanding: 3_000, dueOn: '2025-12-15', overdue: true },
      { advance: 'AV-1', amount: 10_000, outstanding: 4_000, dueOn: '2026-01-15', overdue: false },
      { advance: 'AV-2', outstanding: 5_000, dueOn: undefined, overdue: false },
    ]);
  });

  it.each([
    ['2026-01-15', false],
    ['2026-01-16', true],
  ])('on %s calls the advance due on 15 January overdue: %s', (on, overdue) => {
    const found = advancesOutstanding(state, day(on)).find(({ advance }) => advance === 'AV-1');
    expect(found?.overdue).toBe(overdue);
  });
});
