import { describe, expect, it } from '@jest/globals';
import {
  type CivilDate,
  civilDateOf,
  endOfDay,
  type FiscalCalendar,
  fiscalYearOf,
  fiscalYearRange,
  type Instant,
  isTimeZone,
  nextDay,
  parseCivilDate,
  parseFiscalYear,
  parseInstant,
  quarterOf,
  quarterRange,
  QUARTERS,
  quartersUpTo,
  startOfDay,
  THAI_CALENDAR,
} from './calendar.ts';

const day = parseCivilDate;
const year = parseFiscalYear;
const CALENDAR_YEAR: FiscalCalendar = { startMonth: 1, era: 'CE', timeZone: 'America/New_York' };
const FROM_APRIL: FiscalCalendar = { startMonth: 4, era: 'CE', timeZone: 'Asia/Tokyo' };
const FROM_DECEMBER: FiscalCalendar = { startMonth: 12, era: 'CE', timeZone: 'UTC' };

describe('the Thai fiscal year', () => {
  it('2569 runs from 1 October 2025 to 30 September 2026', () => {
    expect(fiscalYearRange(year(2569), THAI_CALENDAR)).toEqual({ first: '2025-10-01', last: '2026-09-30' });
  });

  it.each([
    ['Q1', '2025-10-01', '2025-12-31'],
    ['Q2', '2026-01-01', '2026-03-31'],
    ['Q3', '2026-04-01', '2026-06-30'],
    ['Q4', '2026-07-01', '2026-09-30'],
  ] as const)('%s of 2569 runs from %s to %s', (quarter, first, last) => {
    expect(quarterRange(year(2569), quarter, THAI_CALENDAR)).toEqual({ first, last });
    for (const edge of [first, last]) {
      expect(quarterOf(day(edge), THAI_CALENDAR)).toBe(quarter);
      expect(fiscalYearOf(day(edge), THAI_CALENDAR)).toBe(2569);
    }
  });

  it('changes between 30 September and 1 October', () => {
    expect(fiscalYearOf(day('2025-09-30'), THAI_CALENDAR)).toBe(2568);
    expect(fiscalYearOf(day('2026-10-01'), THAI_CALENDAR)).toBe(2570);
  });
});

describe('the fiscal year of other organisations', () => {
  it('is the calendar year where it starts in January, in the Christian era', () => {
    expect(fiscalYearRange(year(2026), CALENDAR_YEAR)).toEqual({ first: '2026-01-01', last: '2026-12-31' });
    expect(fiscalYearOf(day('2026-12-31'), CALENDAR_YEAR)).toBe(2026);
    expect(quarterOf(day('2026-12-31'), CALENDAR_YEAR)).toBe('Q4');
  });

  it('is named after the year in which it ends where it starts in April', () => {
    expect(fiscalYearRange(year(2026), FROM_APRIL)).toEqual({ first: '2025-04-01', last: '2026-03-31' });
    expect(fiscalYearOf(day('2026-03-31'), FROM_APRIL)).toBe(2026);
    expect(fiscalYearOf(day('2026-04-01'), FROM_APRIL)).toBe(2027);
  });

  it('ends its first quarter on the leap day where it starts in December', () => {
    expect(quarterRange(year(2028), 'Q1', FROM_DECEMBER)).toEqual({
      first: '2027-12-01',
      last: '2028-02-29',
    });
    expect(quarterRange(year(2027), 'Q1', FROM_DECEMBER).last).toBe('2027-02-28');
  });

  it('has four quarters without gap or overlap, whatever its first month', () => {
    for (let startMonth = 1; startMonth <= 12; startMonth++) {
      const calendar: FiscalCalendar = { startMonth, era: 'BE', timeZone: 'Asia/Bangkok' };
      const { first, last } = fiscalYearRange(year(2571), calendar);
      let expected: CivilDate = first;
      for (const quarter of QUARTERS) {
        const range = quarterRange(year(2571), quarter, calendar);
        expect(range.first).toBe(expected);
        for (let date = range.first; date <= range.last; date = nextDay(date)) {
          expect([fiscalYearOf(date, calendar), quarterOf(date, calendar)]).toEqual([2571, quarter]);
        }
        expected = nextDay(range.last);
      }
      expect(expected).toBe(nextDay(last));
      expect(fiscalYearOf(expected, calendar)).toBe(2572);
    }
  });
});

it('the quarters up to the third are the first three', () => {
  expect(quartersUpTo('Q3')).toEqual(['Q1', 'Q2', 'Q3']);
  expect(quartersUpTo('Q1')).toEqual(['Q1']);
});

describe('a day in the time zone of the organisation', () => {
  it('in Bangkok ends at 16:59:59.999 UTC, whatever the season', () => {
    expect(startOfDay(day('2025-12-30'), 'Asia/Bangkok')).toBe('2025-12-29T17:00:00.000Z');
    expect(endOfDay(day('2025-12-30'), 'Asia/Bangkok')).toBe('2025-12-30T16:59:59.999Z');
    expect(endOfDay(day('2026-06-30'), 'Asia/Bangkok')).toBe('2026-06-30T16:59:59.999Z');
  });

  it('belongs to the fiscal year that has begun there, not to the one of the server', () => {
    const newYear = parseInstant('2025-09-30T17:00:00Z');
    expect(civilDateOf(newYear, 'Asia/Bangkok')).toBe('2025-10-01');
    expect(civilDateOf(parseInstant('2025-09-30T16:59:59.999Z'), 'Asia/Bangkok')).toBe('2025-09-30');
  });

  it.each([
    ['2026-03-07', '2026-03-08T04:59:59.999Z', 24],
    ['2026-03-08', '2026-03-09T03:59:59.999Z', 23],
    ['2026-10-31', '2026-11-01T03:59:59.999Z', 24],
    ['2026-11-01', '2026-11-02T04:59:59.999Z', 25],
  ])('in New York %s ends at %s, after %d hours', (date, end, hours) => {
    expect(endOfDay(day(date), 'America/New_York')).toBe(end);
    const length = Date.parse(end) + 1 - Date.parse(startOfDay(day(date), 'America/New_York'));
    expect(length / 3_600_000).toBe(hours);
  });

  it.each([
    ['a clock that skips midnight', 'Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z'],
    ['a clock that strikes midnight twice', 'America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z'],
    ['the same east of Greenwich', 'Asia/Gaza', '2020-10-24', '2020-10-23T21:00:00.000Z'],
    ['an offset of three quarters of an hour', 'Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z'],
  ])('begins at its first moment with %s', (_, zone, date, start) => {
    expect(startOfDay(day(date), zone)).toBe(start);
  });

  it.each(['Asia/Bangkok', 'America/New_York', 'Africa/Cairo', 'Asia/Gaza', 'Australia/Lord_Howe'])(
    'follows the day before without a gap through eight years in %s',
    (zone) => {
      for (let date = day('2018-12-31'); date < '2026-12-31'; date = nextDay(date)) {
        const end = Date.parse(endOfDay(date, zone));
        const dates = [end, end + 1].map((at) => civilDateOf(new Date(at).toISOString() as Instant, zone));
        expect(dates).toEqual([date, nextDay(date)]);
      }
    },
  );

  it('needs a zone that exists', () => {
    expect(isTimeZone('Asia/Bangkok')).toBe(true);
    expect(isTimeZone('Asia/Siam')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});
