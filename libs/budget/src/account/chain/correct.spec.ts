import { describe, expect, it } from '@jest/globals';
import type { FiscalCalendar } from '#kernel';
import type { CorrectQuarter } from './correct.ts';
import { movedBetween } from '../state.ts';
import {
  after,
  allocate,
  baht,
  bookedOn,
  budget1000,
  capital,
  commit,
  day,
  disburse,
  inQ1,
  inQ2,
  march,
  open,
  operating,
  refused,
  totals,
  when,
} from '../testing.fixture.ts';

const correct = (
  disbursed: string,
  committed: string,
  changes: Partial<CorrectQuarter> = {},
): CorrectQuarter => ({
  type: 'correct-quarter',
  correction: 'C-1',
  quarter: 'Q1',
  ...(changes.commitment === undefined ? { line: operating } : {}),
  disbursed: baht(disbursed),
  committed: baht(committed),
  reason: 'รายงานไตรมาส 1 ฉบับแก้ไข',
  ...changes,
});

/** As reported for the first quarter: 100.00 paid, 400.00 committed. */
const reported = [...budget1000, commit('PO-1', '400.00'), disburse('V-1', '100.00')];

describe('restating a quarter that has ended', () => {
  it('takes effect on its last day unless another is named', () => {
    expect(when(reported, correct('110.00', '-110.00', { commitment: 'PO-1' }))).toEqual([
      {
        type: 'QuarterCorrected',
        effectiveOn: '2025-12-31',
        data: {
          correction: 'C-1',
          quarter: 'Q1',
          line: operating,
          disbursed: '110.00',
          committed: '-110.00',
          commitment: 'PO-1',
        },
      },
    ]);
    expect(when(reported, correct('1.00', '0', { effectiveOn: inQ1 }))).toMatchObject([
      { effectiveOn: inQ1 },
    ]);
  });

  it('changes the quarter and the balances of today', () => {
    const restated = [...reported, correct('110.00', '-110.00', { commitment: 'PO-1' })];
    const { state } = after(restated);
    expect(movedBetween(state, day('2025-10-01'), day('2025-12-31'))).toMatchObject({
      disbursed: 21_000,
      committed: 29_000,
    });
    expect(movedBetween(state, day('2026-01-01'), day('2026-03-31'))).toMatchObject({
      disbursed: 0,
      committed: 0,
    });
    expect(totals(restated)).toMatchObject({ committed: '290.00', disbursed: '210.00', available: '500.00' });
    expect(state.commitments.get('PO-1')?.outstanding).toBe(29_000);
  });

  it('is possible on the day after the quarter ends, not on its last day', () => {
    expect(when(reported, correct('1.00', '0'), bookedOn('2026-01-01'))).toHaveLength(1);
    expect(refused(reported, correct('1.00', '0'), bookedOn('2025-12-31'))).toMatchObject({
      code: 'quarter-not-ended',
      kind: 'rule',
      details: { quarter: 'Q1', last: '2025-12-31', bookedOn: '2025-12-31' },
    });
    expect(refused(reported, correct('1.00', '0', { quarter: 'Q2' }), march).code).toBe('quarter-not-ended');
  });

  it('takes effect inside the quarter', () => {
    expect(refused(reported, correct('1.00', '0', { effectiveOn: inQ2 }))).toMatchObject({
      code: 'date-outside-quarter',
      details: { quarter: 'Q1', effectiveOn: inQ2, first: '2025-10-01', last: '2025-12-31' },
    });
  });

  it('follows the calendar of the organisation, here the calendar year in the Christian era', () => {
    const calendar: FiscalCalendar = { startMonth: 1, era: 'CE', timeZone: 'America/New_York' };
    const first = { effectiveOn: day('2026-01-01') };
    const given = [open({ fiscalYear: 2026, ...first }), allocate('10.00', first)];
    expect(when(given, correct('10.00', '0'), bookedOn('2026-04-01', calendar))).toMatchObject([
      { effectiveOn: '2026-03-31', data: { quarter: 'Q1' } },
    ]);
    expect(refused(given, correct('10.00', '0'), bookedOn('2026-03-31', calendar)).code).toBe(
      'quarter-not-ended',
    );
  });
});

describe('the limits of a correction', () => {
  it('it uses what is available and not one satang more', () => {
    expect(when(reported, correct('500.00', '0'))).toHaveLength(1);
    expect(refused(reported, correct('500.01', '0'))).toMatchObject({
      code: 'budget-exceeded',
      details: { line: operating, requested: '500.01', available: '500.00', shortBy: '0.01' },
    });
    expect(refused(reported, correct('300.00', '200.01', { commitment: 'PO-1' }))).toMatchObject({
      code: 'budget-exceeded',
      details: { requested: '500.01', shortBy: '0.01' },
    });
  });

  it('it leaves nothing less than zero disbursed in the quarter', () => {
    expect(when(reported, correct('-100.00', '0'))).toHaveLength(1);
    const later = [...reported, disburse('V-2', '50.00', { effectiveOn: inQ2 })];
    expect(refused(later, correct('-100.01', '0'))).toMatchObject({
      code: 'correction-below-zero',
      kind: 'rule',
      details: { line: operating, quarter: 'Q1', requested: '-100.01', left: '-0.01' },
    });
  });

  it('it leaves nothing less than zero on its own line, whatever was paid on others', () => {
    const direct = { line: capital };
    const given = [...reported, allocate('500.00', direct), disburse('V-2', '500.00', direct)];
    const later = [...given, disburse('V-3', '50.00', { effectiveOn: inQ2 })];
    expect(refused(later, correct('-100.01', '0'))).toMatchObject({
      code: 'correction-below-zero',
      details: { line: operating, left: '-0.01' },
    });
  });

  it('it leaves nothing less than zero outstanding', () => {
    expect(refused(reported, correct('0', '-400.01', { commitment: 'PO-1' }))).toMatchObject({
      code: 'commitment-exceeded',
      details: { commitment: 'PO-1', requested: '400.01', outstanding: '400.00', shortBy: '0.01' },
    });
  });
});

describe('what a correction must say', () => {
  it('it changes something, names its commitment or line, and gives a reason', () => {
    expect(refused(reported, correct('0', '0')).code).toBe('correction-changes-nothing');
    expect(refused(reported, correct('0', '1.00'))).toMatchObject({
      code: 'commitment-missing',
      details: { correction: 'C-1', committed: '1.00' },
    });
    expect(refused(reported, correct('1.00', '0', { line: undefined })).code).toBe('line-missing');
    expect(refused(reported, correct('1.00', '0', { reason: ' ' })).code).toBe('reason-missing');
  });

  it('its line has budget, and is the line of its commitment', () => {
    expect(refused(reported, correct('1.00', '0', { line: capital })).code).toBe('line-not-in-account');
    const given = [...reported, allocate('5.00', { line: capital })];
    expect(refused(given, correct('1.00', '0', { line: capital, commitment: 'PO-1' }))).toMatchObject({
      code: 'line-differs-from-commitment',
      details: { line: capital, expected: operating },
    });
    expect(refused(given, correct('1.00', '0', { commitment: 'PO-9' })).code).toBe('commitment-unknown');
  });

  it('its number is used once', () => {
    expect(refused([...reported, correct('1.00', '0')], correct('1.00', '0'))).toMatchObject({
      code: 'correction-exists',
      kind: 'conflict',
      details: { correction: 'C-1' },
    });
  });
});
