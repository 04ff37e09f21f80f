import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBaht, type Satang } from '#kernel';
import { numberText } from './number-text.ts';

describe('a number out of a spreadsheet file', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['1.5E7', '15000000'],
    ['1E-2', '0.01'],
    ['15033400', '15033400'],
    ['-1234.5', '-1234.5'],
    ['0', '0'],
    ['-0.0', '0'],
    ['99999999999999.995', '100000000000000'],
    ['1234567.8900000001', '1234567.89'],
    ['0.1 + 0.2', '0.1 + 0.2'],
  ])('%s is shown as %s', (held, shown) => {
    expect(numberText(held)).toBe(shown);
  });

  it('is every amount that the file can hold exactly', () => {
    const amount = fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 });
    fc.assert(
      fc.property(amount, (satang) => {
        const exact = formatBaht(satang as Satang);
        expect(numberText(String(satang / 100))).toBe(exact.replace(/\.?0+$/u, ''));
      }),
    );
  });
});
