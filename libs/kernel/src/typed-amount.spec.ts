import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBaht, satang } from './money.ts';
import { isRefusal } from './refusal.ts';
import { parseTypedAmount } from './typed-amount.ts';

const read = (text: string, unit?: 'baht' | 'million-baht') => {
  const result = parseTypedAmount(text, unit);
  return isRefusal(result) ? result.code : result.baht;
};

describe('an amount as people type it', () => {
  it.each([
    ['15033400', '15033400.00'],
    ['15,033,400.00', '15033400.00'],
    ['15 033 400.5', '15033400.50'],
    ['15\u00a0033\u202f400', '15033400.00'],
    ['฿1,500', '1500.00'],
    ['฿ -1,500', '-1500.00'],
    ['-฿1,500', '-1500.00'],
    ['1,500 บาท', '1500.00'],
    ['1,500บาทถ้วน', '1500.00'],
    ['1,500.-', '1500.00'],
    ['๑,๕๐๐.๒๕ บาท', '1500.25'],
    ['１２３', '123.00'],
    ['\u200b1\u200c,\u2060500\ufeff', '1500.00'],
    ['(1,500.25)', '-1500.25'],
    ['(1,500.25) บาท', '-1500.25'],
    ['−1500.25', '-1500.25'],
    ['+7', '7.00'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    ['007', '7.00'],
    ['-0', '0.00'],
    ['1,500.2500', '1500.25'],
    ['1500.250', '1500.25'],
    ['15.0334 ล้านบาท', '15033400.00'],
    ['1.5 ล้าน', '1500000.00'],
    ["1'500", '1500.00'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('in million baht is exact to the satang', () => {
    expect(read('0.6334', 'million-baht')).toBe('633400.00');
    expect(read('(32.1369)', 'million-baht')).toBe('-32136900.00');
    expect(read('0.00000001', 'million-baht')).toBe('0.01');
    expect(read('0.000000001', 'million-baht')).toBe('typed-amount-too-fine');
    expect(parseTypedAmount('500 บาท', 'million-baht')).toEqual({ baht: '500.00', unit: 'baht' });
  });

  it.each([
    ['1.234,56', ['123456.00', '1234.56']],
    ['1,23,4', ['1234.00', '123.40']],
    ['1,23', ['123.00', '1.23']],
    ['1,2345', ['12345.00']],
    ['1.234', ['1234.00']],
    ['1.230', ['1230.00']],
    ['1.234.567', ['1234567.00']],
    ['1,234 567', ['1234567.00']],
    ['0,123', ['123.00']],
    ['(1,23)', ['-123.00', '-1.23']],
  ])('%s can be read in more than one way, and says in which', (text, couldMean) => {
    expect(parseTypedAmount(text)).toMatchObject({ code: 'typed-amount-ambiguous', details: { couldMean } });
  });

  it.each([
    ['', 'typed-amount-missing'],
    [' \u200b ', 'typed-amount-missing'],
    ['-', 'typed-amount-malformed'],
    ['1e3', 'typed-amount-malformed'],
    ['NaN', 'typed-amount-malformed'],
    ['=1+1', 'typed-amount-malformed'],
    ['--5', 'typed-amount-malformed'],
    ['(-5)', 'typed-amount-malformed'],
    ['12 บาท 50 สตางค์', 'typed-amount-malformed'],
    ['.', 'typed-amount-malformed'],
    ['1.2345', 'typed-amount-too-fine'],
    ['1500.005', 'typed-amount-too-fine'],
    ['.125', 'typed-amount-too-fine'],
    ['90071992547409.92', 'typed-amount-out-of-range'],
    ['9'.repeat(65), 'typed-amount-malformed'],
  ])('%p is refused as %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('reads every amount back that the ledger prints, however it is dressed', () => {
    const amount = fc.maxSafeInteger().map((value) => satang(value));
    const dress = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/gu, ','),
      (text: string) => `${text} บาท`,
      (text: string) => `\u200b${text.replace(/\d/gu, (digit) => '๐๑๒๓๔๕๖๗๘๙'.charAt(Number(digit)))}`,
      (text: string) => (text.startsWith('-') ? `(${text.slice(1)})` : text),
    );
    fc.assert(
      fc.property(amount, dress, (value, dressed) => {
        // Only the whole part is grouped.
        const [whole = '', fraction = ''] = formatBaht(value).split('.');
        const shown = dressed(whole).replace(/^([^)บ]*?)(\)| บาท|)$/u, `$1.${fraction}$2`);
        expect(read(shown)).toBe(formatBaht(value));
      }),
    );
  });

  it('never reads a text as two amounts, and never fails on any', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,- ()฿บาท๑๒')), maxLength: 14 }),
        (text) => {
          const result = read(text);
          expect(result).toMatch(/^(?:-?\d+\.\d\d|typed-amount-[a-z-]+)$/u);
          if (!result.startsWith('typed')) expect(read(result)).toBe(result);
        },
      ),
    );
  });
});
