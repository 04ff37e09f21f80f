import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBaht, type Satang } from '#kernel';
import { bahtWords } from './baht-words.ts';

describe('an amount in Thai words', () => {
  it.each([
    ['0.00', 'ศูนย์บาทถ้วน'],
    ['0.25', 'ยี่สิบห้าสตางค์'],
    ['1.00', 'หนึ่งบาทถ้วน'],
    ['10.00', 'สิบบาทถ้วน'],
    ['11.00', 'สิบเอ็ดบาทถ้วน'],
    ['21.01', 'ยี่สิบเอ็ดบาทหนึ่งสตางค์'],
    ['101.00', 'หนึ่งร้อยเอ็ดบาทถ้วน'],
    ['1234.50', 'หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์'],
    ['1000000.00', 'หนึ่งล้านบาทถ้วน'],
    ['1000001.00', 'หนึ่งล้านเอ็ดบาทถ้วน'],
    ['15033400.00', 'สิบห้าล้านสามหมื่นสามพันสี่ร้อยบาทถ้วน'],
    ['21000000.00', 'ยี่สิบเอ็ดล้านบาทถ้วน'],
    ['1000000000000.00', 'หนึ่งล้านล้านบาทถ้วน'],
    ['-500.75', 'ลบห้าร้อยบาทเจ็ดสิบห้าสตางค์'],
  ])('%s is %s, as on a voucher', (baht, words) => {
    expect(bahtWords(baht)).toBe(words);
  });

  it('is another one for every other amount, and says every digit', () => {
    const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [one, other] = [a, b].map((each) => bahtWords(formatBaht(each as Satang)));
        expect(one === other).toBe(a === b);
      }),
    );
  });
});
