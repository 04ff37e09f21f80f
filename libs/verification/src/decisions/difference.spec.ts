import { describe, expect, it } from '@jest/globals';
import { differenceBetween } from './difference.ts';

describe('two events', () => {
  it('are the same whatever the order of their members', () => {
    expect(differenceBetween({ a: 1, b: [{ c: 'x' }] }, { b: [{ c: 'x' }], a: 1 }, 'data')).toBeUndefined();
    expect(differenceBetween({ a: 1 }, { a: 1, note: undefined }, 'data')).toBeUndefined();
  });

  it.each<[unknown, unknown, string]>([
    [{ amount: '1.00' }, { amount: '1.01' }, 'data.amount is "1.00", and is decided to be "1.01"'],
    [{ lines: [1, 2] }, { lines: [1] }, 'data.lines.1 is 2, and is decided to be nothing'],
    [{ lines: [] }, { lines: {} }, 'data.lines is [], and is decided to be {}'],
    [{}, { amount: '1.00' }, 'data.amount is missing, and is decided to be "1.00"'],
    [{ a: null }, { a: {} }, 'data.a is null, and is decided to be {}'],
    [undefined, { a: 1 }, 'data is nothing, and is decided to be {"a":1}'],
  ])('differ at the first place where they are not the same: %j and %j', (stored, decided, told) => {
    expect(differenceBetween(stored, decided, 'data')).toBe(told);
  });
});
