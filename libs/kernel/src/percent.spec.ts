import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { formatMillionBaht, type Satang } from './money.ts';
import { percentOf } from './percent.ts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const amount = fc.maxSafeInteger() as fc.Arbitrary<Satang>;
const decimals = fc.integer({ min: 0, max: 6 });
/** Rounded to nothing an amount has no sign. */
const unsigned = (printed: string): string => (/^-0\.?0*$/.test(printed) ? printed.slice(1) : printed);

describe('a percentage', () => {
  it('is rounded half-up, away from zero at the half', () => {
    expect(percentOf(1 as Satang, 3 as Satang)).toBe('33.33');
    expect(percentOf(125 as Satang, 100_000 as Satang)).toBe('0.13');
    expect(percentOf(-125 as Satang, 100_000 as Satang)).toBe('-0.13');
    expect(percentOf(-1 as Satang, 100_000_000 as Satang)).toBe('0.00');
  });

  it('is none of nothing', () => {
    expect(percentOf(1 as Satang, 0 as Satang)).toBeUndefined();
  });

  it('is what exact arithmetic says, of any two amounts', () => {
    fc.assert(
      fc.property(amount, amount, decimals, (part, whole, digits) => {
        fc.pre(whole !== 0);
        const expected = new Exact(part).times(100).dividedBy(whole).toFixed(digits);
        expect(percentOf(part, whole, digits)).toBe(unsigned(expected));
      }),
    );
  });
});

describe('an amount in million baht', () => {
  it('is what exact arithmetic says, with any number of decimals', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 8 }), (satang, digits) => {
        const expected = new Exact(satang).dividedBy(100_000_000).toFixed(digits);
        expect(formatMillionBaht(satang, digits)).toBe(unsigned(expected));
      }),
    );
  });
});
