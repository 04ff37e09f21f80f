import { describe, expect, it } from '@jest/globals';
import { foldedName } from './names.ts';

describe('names that look alike', () => {
  it.each([
    ['in letters of either case', 'Case Co', 'case CO'],
    ['with other blanks', 'Case Co', '  Case \u00a0 Co'],
    ['in wide letters', 'Case Co', '\uff23ase Co'],
    ['with accents of their own', 'Caf\u00e9', 'Cafe\u0301'],
    ['with what nobody sees', 'บริษัทไทย', 'บริษัท\u200bไทย'],
    ['with sara am in two pieces', 'กระทำ', 'กระท\u0e4d\u0e32'],
    ['with sara am around a tone mark', 'น้ำ', 'น\u0e4d\u0e49\u0e32'],
    ['with sara e twice', 'แสง', 'เเสง'],
  ])('%s are one', (_, one, other) => {
    expect(one).not.toBe(other);
    expect(foldedName(one)).toBe(foldedName(other));
  });

  it.each([
    ['Case Co', 'CaseCo'],
    ['V-7', 'V-8'],
    ['น้ำ', 'น่ำ'],
  ])('%s and %s are two', (one, other) => {
    expect(foldedName(one)).not.toBe(foldedName(other));
  });
});
