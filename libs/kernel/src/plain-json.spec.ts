import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainJson } from './plain-json.ts';

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const anything = fc.anything({
  withDate: true,
  withBoxedValues: true,
  withNullPrototype: true,
  withSparseArray: true,
  values: [fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
});

describe('a copy as JSON gives it back', () => {
  it('is what the way through text would give, for anything', () => {
    fc.assert(
      fc.property(anything, (value) => {
        fc.pre(value !== undefined);
        expect(plainJson({ value })).toStrictEqual(throughText({ value }));
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, unknown]>([
    ['a member with its own form in JSON', { at: { toJSON: () => 'x' } }],
    ['a member named __proto__', JSON.parse('{"a":{"__proto__":{"b":1}}}')],
    ['a gap in a list', { list: Object.assign(new Array<number>(3), { 0: 1 }) }],
    ['a member without a value in a list', { list: [undefined, 1] }],
    ['a function', { f: () => 1, a: 1 }],
    ['a negative zero, and what is no number', { a: -0, b: NaN, c: Infinity }],
    ['a map', { a: new Map([['b', 1]]) }],
    ['names that look like places', { b: 1, 2: 'x', 1: 'y' }],
  ])('has %s as JSON has it', (_, value) => {
    const copied = plainJson(value);
    expect(copied).toStrictEqual(throughText(value));
    expect(JSON.stringify(copied)).toBe(JSON.stringify(value));
  });

  it('shares nothing with the value', () => {
    const value = { line: { fundSource: 'subsidy' }, items: [{ amount: 1 }] };
    const copied = plainJson(value);
    expect(copied).toEqual(value);
    expect(copied.line).not.toBe(value.line);
    expect(copied.items[0]).not.toBe(value.items[0]);
  });

  it('throws what JSON throws', () => {
    expect(() => plainJson({ amount: 1n })).toThrow(TypeError);
  });
});
