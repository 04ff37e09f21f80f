import { describe, expect, it } from '@jest/globals';
import { Recent } from './recent.ts';

describe('what was used lately', () => {
  const filled = (size: number, entries: number): Recent<number, string> => {
    const recent = new Recent<number, string>(size);
    for (let key = 0; key < entries; key += 1) recent.set(key, `value ${key}`);
    return recent;
  };
  /** Newest first, since what is asked for counts as used. */
  const held = (recent: Recent<number, string>, entries: number): number[] =>
    Array.from({ length: entries }, (_, key) => entries - 1 - key).filter(
      (key) => recent.get(key) !== undefined,
    );

  it.each([1_000, 1_001, 1_009])('is held, of %i entries the last ten and no more than twenty', (entries) => {
    const found = held(filled(10, entries), entries);
    expect(found.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, key) => entries - 1 - key));
    expect(found.length).toBeLessThan(20);
  });

  it('stays as long as it is asked for', () => {
    const recent = filled(10, 10);
    for (let key = 10; key < 1_000; key += 1) {
      recent.set(key, `value ${key}`);
      recent.get(3);
    }
    expect(recent.get(3)).toBe('value 3');
    expect(recent.get(4)).toBeUndefined();
  });

  it('has its newest value, and none once it was deleted', () => {
    const recent = filled(10, 15);
    recent.set(3, 'another');
    expect(recent.get(3)).toBe('another');
    recent.delete(3);
    expect(recent.get(3)).toBeUndefined();
  });

  it('and what is kept of the rest are all entries together, each in its newest form', () => {
    const kept = new Map<number, string>();
    const recent = new Recent<number, string>(10, (dropped) => {
      for (const [key, value] of dropped) kept.set(key, value);
    });
    const expected = new Map<number, string>();
    for (let step = 0; step < 1_000; step += 1) {
      const key = (step * 7919) % 137;
      recent.set(key, `value ${step}`);
      expected.set(key, `value ${step}`);
    }
    const atHand = [...recent];
    expect(new Map(atHand).size).toBe(atHand.length);
    expect(new Map([...kept, ...atHand])).toEqual(expected);
  });
});
