import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { encodeAsJson } from './canonical.ts';
import { plainJsonBytes, type Members } from './plain-json-bytes.ts';

/** As text, to be compared with what libraries give. */
function plainJson(value: unknown, members?: Members): string | undefined {
  const bytes = plainJsonBytes(value, members);
  return bytes && Buffer.from(bytes).toString();
}

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: codeUnit }),
  fc.constantFrom(
    '',
    '__proto__',
    'toJSON',
    'constructor',
    '0',
    '2569',
    '01',
    '-1',
    '\u2028',
    '"\\',
    '\u007f',
    '😀',
    '\ufb33',
    'é',
    'ก',
  ),
);
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(-0, 2 ** 53, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);

/** Anything that JSON can say, good or not: also names and numbers that a ledger refuses. */
const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    anyText,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .array(fc.tuple(anyText, tie('value')), { maxLength: 40 })
      .map(
        (members) =>
          JSON.parse(
            `{${members.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`,
          ) as unknown,
      ),
  ),
}));

const goodText = anyText.filter((text) => text.isWellFormed());
const goodName = goodText.filter((name) => name !== '__proto__' && !/^(?:0|[1-9]\d*)$/.test(name));
const { value: good } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    goodText,
    fc.maxSafeInteger().map((integer) => integer + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(goodName, tie('value'), { maxKeys: 40 }),
  ),
}));

/** What callers ask for: some members have no value. */
const { value: withAbsent } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    goodText,
    fc.maxSafeInteger().map((integer) => integer + 0),
    fc.constant(null),
    fc.constant(new Date(0)),
    fc.array(fc.option(tie('value'), { nil: undefined }), { maxLength: 4 }),
    fc.dictionary(goodName, fc.option(tie('value'), { nil: undefined }), { maxKeys: 8 }),
  ),
}));

describe('plain JSON in one pass', () => {
  it('is what the library for RFC 8785 gives, for every value that a ledger takes', () => {
    const isSame = (value: unknown) => expect(plainJson(value)).toBe(canonicalize(value));
    fc.assert(fc.property(good, isSame), { numRuns: 2_000 });
  });

  it('is what the library gives, and reads back as it was, or is left to the thorough way', () => {
    const isSameOrNothing = (value: unknown) => {
      const json = plainJson(value);
      if (json === undefined) return;
      expect(json).toBe(canonicalize(value));
      expect(JSON.parse(json)).toEqual(value);
    };
    fc.assert(fc.property(anyJson, isSameOrNothing), { numRuns: 2_000 });
  });

  it('is the same for members that show as for all, where nothing is hidden', () => {
    const isSame = (value: unknown) => expect(plainJson(value, 'shown')).toBe(plainJson(value));
    fc.assert(fc.property(fc.oneof(good, anyJson), isSame), { numRuns: 2_000 });
  });

  it('is what the way through the text of JSON gives, of members that have a value', () => {
    const isSame = (value: unknown) => {
      const throughText = JSON.parse(JSON.stringify({ value })) as unknown;
      expect(Buffer.from(encodeAsJson({ value })).toString()).toBe(canonicalize(throughText));
    };
    fc.assert(fc.property(withAbsent, isSame), { numRuns: 2_000 });
  });

  it('goes back over nothing, whatever was written before and how much of it', () => {
    const long = 'ก"x'.repeat(700_000);
    expect(plainJson([long, { a: 1 }])).toBe(canonicalize([long, { a: 1 }]));
    expect(plainJson({ a: 'b' })).toBe('{"a":"b"}');
  });

  it('sorts many members as it sorts few', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`n${index}`, index]));
    expect(plainJson(many)).toBe(canonicalize(many));
  });

  it('goes as deep as a document may be, and no deeper', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'x' : [{ a: nested(levels - 2) }]);
    expect(plainJson(nested(64))).toBe(canonicalize(nested(64)));
    expect(plainJson(nested(66))).toBeUndefined();
  });

  it.each<[string, unknown]>([
    [
      'a list of a class that says its own JSON',
      new (class extends Array<number> {
        toJSON() {
          return 1;
        }
      })(),
    ],
    ['an object that says its own JSON', Object.create({ toJSON: () => 1 })],
    ['a member computed on reading', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true })],
    ['a hidden member', Object.defineProperty({}, 'a', { value: 1 })],
    ['a member named by a symbol', { a: 1, [Symbol('s')]: 1 }],
    [
      'many members, one named by a symbol',
      { ...Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`n${at}`, at])), [Symbol('s')]: 1 },
    ],
    ['a list with a hole', Object.assign(new Array<number>(2), { 1: 1 })],
    ['a list with a name', Object.assign([1], { a: 1 })],
    ['a boxed text', Object('x')],
  ])('is not written for %s', (_, value) => {
    expect(plainJson(value)).toBeUndefined();
  });
});
