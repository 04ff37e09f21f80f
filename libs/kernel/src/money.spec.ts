import { describe, expect, it } from '@jest/globals';
import {
  add,
  formatBaht,
  formatLargeBaht,
  formatMillionBaht,
  parseBaht,
  parseMillionBaht,
  satang,
  subtract,
  sum,
} from './money.ts';
import { refusalThrownBy } from './refusal.fixture.ts';

const codeOf = (run: () => unknown): string => refusalThrownBy(run).code;

describe('amounts at the edge', () => {
  it.each([
    ['15033400.00', 1503340000],
    ['15033400', 1503340000],
    ['0.01', 1],
    ['-0.50', -50],
    ['0', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s baht is %d satang', (text, expected) => {
    expect(parseBaht(text)).toBe(expected);
  });

  it.each([
    '1.234',
    '1e3',
    'NaN',
    'Infinity',
    '',
    ' 1',
    '1,000.00',
    '01.00',
    '+1',
    '.5',
    '1.',
    '๑',
    15,
    null,
    undefined,
    10n,
  ])('refuses %p as inexact or unclear', (given) => {
    expect(codeOf(() => parseBaht(given))).toBe('amount-malformed');
  });

  it('refuses one satang more than can be held', () => {
    expect(codeOf(() => parseBaht('90071992547409.92'))).toBe('amount-out-of-range');
    expect(codeOf(() => satang(2 ** 53))).toBe('amount-out-of-range');
    expect(codeOf(() => satang(0.5))).toBe('amount-out-of-range');
  });

  it('says in baht what amounts come to together, where that is more than can be held', () => {
    const [most, least] = [parseBaht('90071992547409.91'), parseBaht('-90071992547409.91')];
    const together = 'The amounts come to 180143985094819.82 baht together, which is out of range';
    for (const much of [() => add(most, most), () => sum([most, most]), () => subtract(most, least)]) {
      const { code, message, details } = refusalThrownBy(much);
      expect([code, details]).toMatchObject(['amount-out-of-range', { given: '180143985094819.82' }]);
      expect(message.startsWith(`${together}: expected at most 90071992547409.91 baht`)).toBe(true);
    }
  });

  it('reads million baht exactly and never through a float', () => {
    expect(parseMillionBaht('0.6334')).toBe(63340000);
    expect(parseMillionBaht('29.342')).toBe(2934200000);
    expect(parseMillionBaht('-32.1369')).toBe(-3213690000);
    expect(codeOf(() => parseMillionBaht('0.000000001'))).toBe('amount-malformed');
  });

  it('prints baht with two decimals and million baht rounded half-up', () => {
    expect(formatBaht(satang(5))).toBe('0.05');
    expect(formatBaht(satang(-5))).toBe('-0.05');
    expect(formatMillionBaht(satang(5000))).toBe('0.0001');
    expect(formatMillionBaht(satang(4999))).toBe('0.0000');
    expect(formatMillionBaht(satang(-4999))).toBe('0.0000');
    expect(formatMillionBaht(satang(-5000))).toBe('-0.0001');
  });

  it('prints sums that are larger than an amount can be', () => {
    expect([0n, 5n, -5n, 123_456n].map(formatLargeBaht)).toEqual(['0.00', '0.05', '-0.05', '1234.56']);
    expect(formatLargeBaht(-(10n ** 20n + 7n))).toBe('-1000000000000000000.07');
  });

  it('has no negative zero', () => {
    expect(Object.is(satang(-0), 0)).toBe(true);
  });
});
