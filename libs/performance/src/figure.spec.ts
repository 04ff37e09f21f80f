import { describe, expect, it } from '@jest/globals';
import { addFigures, compareFigures, isFigure, percentOfFigure, subtractFigures } from './figure.ts';

describe('figures of a KPI', () => {
  it.each(['0', '1315', '96.60', '0.00', '12345678901234567890', '1234567890.0123456789'])(
    'reads %s',
    (text) => {
      expect(isFigure(text)).toBe(true);
    },
  );

  it.each([
    '',
    '-1',
    '+1',
    '01',
    '1,315',
    '1e3',
    '.5',
    '1.',
    'NaN',
    '๑',
    ' 1',
    '123456789012345678901',
    15,
    null,
  ])('does not take %p for a figure', (given) => {
    expect(isFigure(given)).toBe(false);
  });

  it('adds and subtracts exactly, with the decimals that are printed', () => {
    expect(addFigures('96.60', '0.4')).toBe('97.00');
    expect(addFigures('99999999999999999999', '1')).toBe('100000000000000000000');
    expect(addFigures('0.1', '0.2')).toBe('0.3');
    expect(subtractFigures('4556', '595')).toBe('3961');
    expect(subtractFigures('90', '100')).toBe('-10');
  });

  it('compares by worth and not by digits', () => {
    expect(compareFigures('96.60', '96.6')).toBe(0);
    expect(compareFigures('9', '10')).toBe(-1);
    expect(compareFigures('99999999999999999999', '99999999999999999998')).toBe(1);
  });

  it('gives percentages with two decimals, the half rounded up', () => {
    expect(percentOfFigure('4556', '10000')).toBe('45.56');
    expect(percentOfFigure('1', '3')).toBe('33.33');
    expect(percentOfFigure('1.00005', '1')).toBe('100.01');
    expect(percentOfFigure('1', '0')).toBeUndefined();
  });
});
