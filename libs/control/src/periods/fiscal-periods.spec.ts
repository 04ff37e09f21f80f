import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import { day, duties, grant, lend, periods, periodStep, type Step } from '../control.fixture.ts';
import type { FiscalPeriodsCommand } from './fiscal-periods.ts';
import { emptyPeriods, periodStatus } from './state.ts';

type Asked = Step<FiscalPeriodsCommand>;
const close = (period: string, changes: Asked[2] = {}): Asked => [
  'kanda',
  periodStep('close-period', period),
  changes,
];
const softClose = (period: string): Asked => ['kanda', periodStep('soft-close-period', period)];
const reopen = (period: string, reason?: string): Asked => [
  'kanda',
  periodStep('reopen-period', period, reason),
];
const monthsOf = (...steps: readonly Asked[]) => periods.written(...steps).map(({ data }) => data.months);
const afterYear = { bookedOn: day('2026-10-01') };

describe('a month', () => {
  it('is open until it is closed, and the months beside it stay open', () => {
    const state = periods.after(close('2025-11'));
    const seen = ['2025-10-31', '2025-11-01', '2025-11-30', '2025-12-01'].map((date) =>
      periodStatus(state, day(date)),
    );
    expect(seen).toEqual(['open', 'closed', 'closed', 'open']);
    expect(periodStatus(emptyPeriods(), day('2025-11-30'))).toBe('open');
  });

  it('is closed softly, then closed, then opened again', () => {
    const steps = [softClose('2025-11'), close('2025-11'), reopen('2025-11', 'พบใบแจ้งหนี้')];
    const seen = steps.map((_, index) =>
      periodStatus(periods.after(...steps.slice(0, index + 1)), day('2025-11-15')),
    );
    expect(seen).toEqual(['soft-closed', 'closed', 'open']);
  });

  it('is closed from the day after its last, softly before', () => {
    const on = (date: string) => ({ bookedOn: day(date) });
    expect(periods.refused(close('2025-11', on('2025-11-30')))).toMatchObject({
      code: 'period-not-ended',
      details: { last: '2025-11-30' },
    });
    expect(monthsOf(close('2025-11', on('2025-12-01')))).toEqual([['2025-11']]);
    expect(monthsOf(softClose('2025-12'))).toEqual([['2025-12']]);
  });

  it('at the end of the fiscal year is closed after 30 September', () => {
    const september = (date: string) => close('2026-09', { bookedOn: day(date) });
    expect(periods.refused(september('2026-09-30')).code).toBe('period-not-ended');
    expect(monthsOf(september('2026-10-01'))).toEqual([['2026-09']]);
  });

  it('that is closed is not loosened by closing it softly: opening it needs a reason', () => {
    expect(periods.refused(close('2025-11'), softClose('2025-11'))).toMatchObject({
      code: 'period-already-so',
      details: { standing: 'closed' },
      message: '2025-11 is closed already.',
    });
    for (const reason of [undefined, '', ' ']) {
      expect(periods.refused(close('2025-11'), reopen('2025-11', reason)).code).toBe(
        'control-reason-missing',
      );
    }
  });

  it('is not opened or closed twice', () => {
    expect(periods.refused(reopen('2025-11', 'เหตุผล')).message).toBe('2025-11 is open already.');
    expect(periods.refused(close('2025-11'), close('2025-11')).code).toBe('period-already-so');
    expect(periods.refused(softClose('2025-11'), softClose('2025-11')).code).toBe('period-already-so');
  });
});

describe('a quarter or the whole year', () => {
  it('is its months', () => {
    const first = close('Q1', { bookedOn: day('2026-01-01') });
    expect(monthsOf(first)).toEqual([['2025-10', '2025-11', '2025-12']]);
    const [year] = monthsOf(close('year', afterYear));
    expect([year?.length, year?.at(0), year?.at(-1)]).toEqual([12, '2025-10', '2026-09']);
  });

  it('is closed when its last day is over', () => {
    expect(periods.refused(close('Q1', { bookedOn: day('2025-12-31') })).code).toBe('period-not-ended');
    expect(periods.refused(close('year', { bookedOn: day('2026-09-30') })).code).toBe('period-not-ended');
  });

  it('changes only the months that are not so already, and none that is closed when it is closed softly', () => {
    expect(monthsOf(close('2025-11'), softClose('Q1'))).toEqual([['2025-10', '2025-12']]);
    expect(monthsOf(close('2025-11'), softClose('2025-10'), reopen('Q1', 'เหตุผล'))).toEqual([
      ['2025-10', '2025-11'],
    ]);
    expect(monthsOf(softClose('2025-11'), close('year', afterYear))[0]).toHaveLength(12);
    expect(periods.refused(softClose('Q1'), close('2025-11'), softClose('Q1')).message).toBe(
      'Q1 is soft-closed and closed already.',
    );
  });
});

describe('a period', () => {
  it.each(['2025-09', '2026-10', '2568-11', '2025-13', '2025-1', 'Q0', 'Q5', 'q1', 'H1', 'Year', ''])(
    '%p is none of fiscal year 2569',
    (period) => {
      expect(periods.refused(softClose(period)).code).toBe('period-unknown');
    },
  );

  it('follows the calendar of the organisation', () => {
    const calendar = { ...THAI_CALENDAR, startMonth: 1 } as const;
    expect(monthsOf(close('Q1', { calendar, bookedOn: day('2026-04-01') }))).toEqual([
      ['2026-01', '2026-02', '2026-03'],
    ]);
    expect(periods.refused(close('2025-12', { calendar })).code).toBe('period-unknown');
  });
});

describe('closing and opening', () => {
  const kept = { control: duties(['direk', grant('keep-periods', 'kanda')]) };

  it('is open to anybody until it is somebody’s duty, then to him alone', () => {
    const by = (who: string | undefined): Asked => [who, periodStep('close-period', '2025-11'), kept];
    expect(periods.written(['somchai', periodStep('close-period', '2025-11')])).toHaveLength(1);
    expect(periods.written(by('kanda'))).toHaveLength(1);
    expect(periods.refused(by('somchai'))).toMatchObject({
      code: 'duty-missing',
      details: { duty: 'keep-periods', actor: 'somchai' },
    });
    expect(periods.refused(by(undefined)).code).toBe('duty-missing');
  });

  it('is done by a deputy in the days of the delegation', () => {
    const lent = lend('keep-periods', 'wipa', '2025-12-01', '2025-12-14');
    const control = duties(['direk', grant('keep-periods', 'kanda')], ['kanda', lent]);
    const on = (date: string): Asked => [
      'wipa',
      periodStep('close-period', '2025-11'),
      { control, bookedOn: day(date) },
    ];
    expect(periods.written(on('2025-12-14'))).toHaveLength(1);
    expect(periods.refused(on('2025-12-15')).code).toBe('duty-missing');
  });

  it('does not fall open to anybody when the days of the duty are over', () => {
    const over = { control: duties(['direk', grant('keep-periods', 'kanda', { last: day('2025-12-04') })]) };
    expect(periods.refused(['kanda', periodStep('close-period', '2025-11'), over]).code).toBe('duty-missing');
    expect(periods.refused(['somchai', periodStep('close-period', '2025-11'), over]).code).toBe(
      'duty-missing',
    );
  });
});
