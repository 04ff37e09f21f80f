import { describe, expect, it } from '@jest/globals';
import { decodeCanonical, encodeCanonical } from './canonical.ts';
import { InvalidAppend } from './errors.ts';

const text = (value: unknown) => Buffer.from(encodeCanonical(value)).toString();
const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

describe('canonical JSON', () => {
  it('does not depend on the order in which members were set', () => {
    expect(text({ b: 1, a: { d: [true, null], c: 'x' } })).toBe('{"a":{"c":"x","d":[true,null]},"b":1}');
    expect(text({ a: { c: 'x', d: [true, null] }, b: 1 })).toBe(
      text({ b: 1, a: { d: [true, null], c: 'x' } }),
    );
  });

  it('sorts names by UTF-16 code units and escapes only what must be (RFC 8785)', () => {
    expect(text({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '😀': 4, '\u0080': 5, ö: 6 })).toBe(
      '{"\\r":2,"\u0080":5,"ö":6,"€":1,"😀":4,"\ufb33":3}',
    );
    expect(text('\u0000\b"\\/\u007f')).toBe('"\\u0000\\b\\"\\\\/\u007f"');
  });

  it('gives back the value that went in', () => {
    const value = { amount: '123456789012345678901234567890.12', n: -9007199254740991, list: [{}, [], ''] };
    expect(decodeCanonical(encodeCanonical(value))).toEqual(value);
  });

  it('takes objects without a prototype, and the same object twice', () => {
    const line = Object.assign(Object.create(null) as object, { code: 'A' });
    expect(text({ from: line, to: line })).toBe('{"from":{"code":"A"},"to":{"code":"A"}}');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a member without a value', { amount: undefined }],
    ['a gap in a list', Object.assign(new Array<number>(3), { 0: 1, 2: 2 })],
    ['a BigInt', { amount: 1n }],
    ['a fraction', 0.1],
    ['not a number', NaN],
    ['infinity', [Infinity]],
    ['a number beyond 2^53', 9007199254740992],
    ['a negative zero', -0],
    ['half of a surrogate pair', { name: '\ud83d' }],
    ['half of a surrogate pair as a name', { '\udc00': 1 }],
    ['a Date', { at: new Date(0) }],
    ['a Map', new Map([['a', 1]])],
    ['an instance of a class', new URL('https://example.org')],
    ['a boxed string', Object('x')],
    ['bytes', new Uint8Array(2)],
    ['a function', { f: () => 1 }],
    ['a symbol', Symbol('s')],
    ['a member named by a symbol', { [Symbol('s')]: 1 }],
    ['a member computed on reading', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true })],
    ['a hidden member', Object.defineProperty({}, 'toJSON', { value: 1 })],
    ['a member named __proto__', JSON.parse('{"__proto__":1}')],
    ['an object with another object as its prototype', Object.create({ a: 1 })],
    ['a name that looks like an index', { 2569: 'year' }],
    ['a name that looks like zero', { '0': 1 }],
    ['a list with a name', Object.assign([1], { total: 1 })],
    ['an object that contains itself', cycle],
  ])('refuses %s', (_, value) => {
    expect(() => encodeCanonical(value)).toThrow(InvalidAppend);
  });

  it('says where the fault is', () => {
    expect(() => encodeCanonical({ lines: [{ amount: '1' }, { amount: 0.5 }] }, 'data')).toThrow(
      'data.lines[1].amount is the number 0.5: expected a safe integer, or a decimal string',
    );
  });

  it('takes names that only resemble an index', () => {
    expect(text({ '01': 1, '-1': 2, '1.0': 3, Q1: 4 })).toBe('{"-1":2,"01":1,"1.0":3,"Q1":4}');
  });
});
