import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonBytes } from './json-bytes.ts';

const plain = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ค่าเช่า "รถ"', '\ud83d', '𝄞\u2028\\'));
const anyMember = fc.oneof(
  fc.jsonValue(),
  anyText,
  fc.constant(undefined),
  fc.array(fc.record({ text: anyText, absent: fc.constant(undefined), amount: fc.integer() }), {
    minLength: 60,
    maxLength: 200,
  }),
);

describe('a long answer in JSON', () => {
  it('is byte for byte what is written at once', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyMember, { maxKeys: 5 }), (body) => {
        const value = { schema: 'obligo.report/1', ...body };
        expect(jsonBytes(value).toString()).toBe(plain(value));
      }),
    );
  });

  it.each([64, 65, 128, 129, 400])('is whole with a list of %i, also of long rows', (length) => {
    const rows = Array.from({ length }, (_, index) => ({ index, text: 'ไทย'.repeat(index) }));
    for (const value of [{ rows }, { before: 1, rows }, { rows, after: null }, { one: rows, other: rows }])
      expect(jsonBytes(value).equals(Buffer.from(plain(value)))).toBe(true);
  });
});
