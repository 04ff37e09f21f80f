import { describe, expect, it } from '@jest/globals';
import {
  type FiscalYear,
  nextDay,
  parseCivilDate,
  parseFiscalYear,
  parseInstant,
  parseQuarter,
} from './calendar.ts';
import { refusalThrownBy } from './refusal.fixture.ts';

const day = parseCivilDate;

describe('dates as people type them', () => {
  it('have a 29 February in a leap year only', () => {
    expect(day('2028-02-29')).toBe('2028-02-29');
    expect(nextDay(day('2028-02-28'))).toBe('2028-02-29');
    expect(refusalThrownBy(() => day('2026-02-29')).code).toBe('date-malformed');
    expect(refusalThrownBy(() => day('2100-02-29')).code).toBe('date-malformed');
  });

  it.each([
    '2569-10-01',
    '2026-9-30',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '2026-01-00',
    '30/09/2026',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
    '๒๐๒๖-๐๑-๐๑',
    20260101,
    null,
    undefined,
  ])('%p is no date', (given) => {
    const refusal = refusalThrownBy(() => parseCivilDate(given));
    expect(refusal).toMatchObject({ code: 'date-malformed', kind: 'invalid' });
    expect(refusal.message).toContain('YYYY-MM-DD');
  });

  it.each([
    ['2025-12-30T16:30:00+07:00', '2025-12-30T09:30:00.000Z'],
    ['2025-12-30T09:30Z', '2025-12-30T09:30:00.000Z'],
    ['2026-01-01T03:00:00.5+07:00', '2025-12-31T20:00:00.500Z'],
  ])('%s is the moment %s', (given, expected) => {
    expect(parseInstant(given)).toBe(expected);
  });

  it.each([
    '2025-12-30',
    '2025-12-30T16:30:00',
    '2025-12-30 16:30:00Z',
    '2026-02-30T00:00:00Z',
    '2025-12-30T25:00:00Z',
    '2025-12-30T10:61:00Z',
    '2025-12-30T10:00:00+99:00',
    '2568-12-30T10:00:00Z',
    '9999-12-31T23:59:59-12:00',
    'now',
    1_767_000_000_000,
    null,
  ])('%p is no moment', (given) => {
    expect(refusalThrownBy(() => parseInstant(given))).toMatchObject({
      code: 'instant-malformed',
      kind: 'invalid',
    });
  });

  it('a quarter is Q1 to Q4', () => {
    expect(parseQuarter('Q4')).toBe('Q4');
    for (const given of ['Q5', 'q1', '1', 1, undefined]) {
      expect(refusalThrownBy(() => parseQuarter(given)).code).toBe('quarter-malformed');
    }
  });

  it('a fiscal year is a whole number of four digits', () => {
    expect(parseFiscalYear('2569')).toBe(2569);
    expect(parseFiscalYear(2026) satisfies FiscalYear).toBe(2026);
    for (const given of ['69', '2569.0', '2569 ', 2569.5, 69, 25690, NaN, null]) {
      expect(refusalThrownBy(() => parseFiscalYear(given)).code).toBe('fiscal-year-malformed');
    }
  });
});
