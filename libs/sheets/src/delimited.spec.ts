import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDelimited, type Separator, writeDelimited } from './delimited.ts';

describe('text with separators', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n"1,5";2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\n1,000\t2;3',
      [
        ['a', 'b'],
        ['1,000', '2;3'],
      ],
    ],
    [
      '\ufeff"ชื่อ ""ย่อ""",b\n"สอง\nบรรทัด",',
      [
        ['ชื่อ "ย่อ"', 'b'],
        ['สอง\nบรรทัด', ''],
      ],
    ],
    [
      'a,b\n\n , \n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"open,b', [['"open', 'b']]],
    ['', []],
  ])('%j is read as rows of cells', (text, expected) => {
    expect(parseDelimited(text)).toEqual(expected);
  });

  it('gives what was written, whatever the cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ',', ';', '\t', '\n', '\r', 'ก', '=', '1'),
    });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    const separator = fc.constantFrom<Separator>(',', ';', '\t');
    fc.assert(
      fc.property(rows, separator, (given, by) => {
        const kept = given.filter((row) => row.some((each) => each.trim() !== ''));
        expect(parseDelimited(writeDelimited(given, { separator: by }), by)).toEqual(kept);
      }),
    );
  });

  it('for spreadsheets holds no formula, and leaves negative amounts alone', () => {
    const row = ['=1+1', '+x', '-cmd', '@SUM(A1)', '-1,500.00', '+7', 'ปกติ'];
    const written = writeDelimited([row], { forSpreadsheets: true, separator: '\t' }).trimEnd();
    expect(parseDelimited(written, '\t')).toEqual([
      ["'=1+1", "'+x", "'-cmd", "'@SUM(A1)", '-1,500.00', '+7', 'ปกติ'],
    ]);
  });
});
