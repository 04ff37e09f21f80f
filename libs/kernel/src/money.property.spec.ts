import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_SATANG, parseBaht, parseMillionBaht } from './money.ts';

/** Whole and decimals written out, as the exact number of the smallest units. */
const exactly = (text: string, decimals: number): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
};

const written = (wholeDigits: number, decimals: number): fc.Arbitrary<string> => {
  const most = 10n ** BigInt(wholeDigits) - 1n;
  const whole = fc.oneof(fc.bigInt(0n, most), fc.bigInt(most / 1000n, most));
  const fraction = fc.option(fc.stringMatching(new RegExp(`^[0-9]{1,${decimals}}$`)), { nil: undefined });
  return fc
    .tuple(fc.constantFrom('', '-'), whole, fraction)
    .map(([sign, digits, part]) => `${sign}${digits}${part === undefined ? '' : `.${part}`}`);
};

describe('an amount that is read', () => {
  it('has digits, a sign and a point where they belong, and nothing else', () => {
    const nearly = fc.oneof(fc.stringMatching(/^-?[-.0-9]{0,9}$/), fc.stringMatching(/^[-. 0-9e+]{0,6}$/));
    const isAmount = (text: string) => /^-?(?:0|[1-9]\d*)(?:\.\d{1,2})?$/.test(text);
    fc.assert(
      fc.property(nearly, (text) => {
        if (isAmount(text)) expect(parseBaht(text)).toBe(Number(exactly(text, 2)) + 0);
        else expect(() => parseBaht(text)).toThrow('is not an amount');
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['baht', parseBaht, 2, 16],
    ['million baht', parseMillionBaht, 8, 10],
  ] as const)('in %s is exact to the satang, however long it is', (_, parse, decimals, wholeDigits) => {
    let [short, long] = [0, 0];
    fc.assert(
      fc.property(written(wholeDigits, decimals), (text) => {
        const exact = exactly(text, decimals);
        if (exact > MAX_SATANG || exact < -MAX_SATANG) {
          expect(() => parse(text)).toThrow();
          return;
        }
        if (exact > 10n ** 14n) long += 1;
        else short += 1;
        expect(BigInt(parse(text))).toBe(exact);
        expect(Object.is(parse(text), -0)).toBe(false);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(short, long)).toBeGreaterThan(10);
  });
});
