import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import { quarterShown } from './quarter-shown.ts';

const row = (quarter: string, spent?: string) => ({
  level: 'quarter',
  quarter,
  baht: spent === undefined ? {} : { spent },
});
const rows = [row('Q1', '10.00'), row('Q2', '0.00'), row('Q3'), row('Q4')];

describe('the quarter that an overview opens with', () => {
  it.each([
    ['2025-09-30', 'Q1'],
    ['2025-12-31', 'Q1'],
    ['2026-01-01', 'Q2'],
    ['2026-09-30', 'Q4'],
  ])('is that of the day up to which the year is known: %s, %s', (cut, expected) => {
    expect(quarterShown({ query: { fiscalYear: 2569 }, cut, rows }, THAI_CALENDAR)).toBe(expected);
  });

  it('is, of a year that is over, the last in which money was used', () => {
    const over = { query: { fiscalYear: 2569 }, cut: '2026-10-01' };
    expect(quarterShown({ ...over, rows }, THAI_CALENDAR)).toBe('Q2');
    expect(quarterShown({ ...over, rows: [row('Q1')] }, THAI_CALENDAR)).toBe('Q4');
  });
});
