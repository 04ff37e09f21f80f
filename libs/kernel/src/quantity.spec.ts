import { describe, expect, it } from '@jest/globals';
import { formatBaht, parseBaht } from './money.ts';
import { atRate, proportionOf } from './ratio.ts';
import { formatQuantity, parseQuantity } from './quantity.ts';
import { refusalThrownBy } from './refusal.fixture.ts';

describe('a quantity', () => {
  it.each(['0', '1', '12.5', '0.0001', '99999999999.9999'])('of %s is read and printed the same', (text) => {
    expect(formatQuantity(parseQuantity(text))).toBe(text);
  });

  it('drops decimals that say nothing', () => {
    expect(formatQuantity(parseQuantity('3.5000'))).toBe('3.5');
  });

  it.each(['', '-1', '1.00001', '1e3', '1,000', ' 1', 'NaN', 3, null, '999999999999'])(
    'of %p is refused',
    (text) => {
      expect(refusalThrownBy(() => parseQuantity(text)).code).toBe('quantity-malformed');
    },
  );
});

describe('a part of an amount', () => {
  it('is rounded half-up to the satang', () => {
    expect(formatBaht(proportionOf(parseBaht('100.00'), 1, 3))).toBe('33.33');
    expect(formatBaht(proportionOf(parseBaht('0.01'), 1, 2))).toBe('0.01');
    expect(formatBaht(proportionOf(parseBaht('90000000000000.00'), 2, 3))).toBe('60000000000000.00');
  });
});

describe('a foreign amount', () => {
  it('becomes baht at its rate, to the satang', () => {
    expect(formatBaht(atRate('1000.00', '35.1234'))).toBe('35123.40');
    expect(formatBaht(atRate('0.01', '35.5'))).toBe('0.36');
  });

  it('beyond every budget is refused', () => {
    expect(refusalThrownBy(() => atRate('999999999999', '999999')).code).toBe('amount-out-of-range');
  });
});
