import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OverlayMap, OverlaySet } from './overlay.ts';

interface Held {
  amount: number;
}

const copyOf = (held: Held): Held => ({ ...held });
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const below = fc.uniqueArray(fc.tuple(key, fc.nat(9)), { selector: ([name]) => name });

const steps = fc.array(
  fc.oneof(
    fc.record({ step: fc.constant('set' as const), key, amount: fc.nat(9) }),
    fc.record({ step: fc.constantFrom('change' as const, 'delete' as const, 'walk' as const), key }),
  ),
  { maxLength: 30 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** Takes a step on a map; answers what can be seen of it. */
function take(map: Map<string, Held>, { step, key: name, ...more }: Step): unknown {
  if (step === 'set') map.set(name, { amount: 'amount' in more ? more.amount : 0 });
  const held = map.get(name);
  if (step === 'change' && held) held.amount += 1;
  if (step === 'delete') return [map.delete(name), map.size];
  if (step === 'walk') return [...map].map(([each, { amount }]) => [each, amount]);
  return [map.has(name), map.get(name)?.amount, map.size];
}

const contentOf = (map: Map<string, Held>) => ({
  keys: [...map.keys()],
  values: [...map.values()].map(copyOf),
  each: (() => {
    const seen: unknown[] = [];
    map.forEach(({ amount }, name) => seen.push([name, amount]));
    return seen;
  })(),
});

describe('a map on top of another', () => {
  it('answers as a copy of it would, in the same order, and leaves the one below as it is', () => {
    fc.assert(
      fc.property(below, steps, (entries, taken) => {
        const lower = new Map(entries.map(([name, amount]) => [name, { amount }]));
        const copy = new Map([...lower].map(([name, held]) => [name, copyOf(held)]));
        const upper = new OverlayMap(lower, copyOf);
        for (const step of taken) expect(take(upper, step)).toEqual(take(copy, step));
        expect(contentOf(upper)).toEqual(contentOf(copy));
        expect([...lower].map(([name, { amount }]) => [name, amount])).toEqual(entries);
      }),
    );
  });

  it('can be cleared', () => {
    const upper = new OverlayMap(new Map([['a', { amount: 1 }]]), copyOf);
    upper.clear();
    expect([upper.size, upper.has('a'), upper.get('a')]).toEqual([0, false, undefined]);
  });
});

describe('a set on top of another', () => {
  it('answers as a copy of it would, in the same order, and leaves the one below as it is', () => {
    const change = fc.tuple(fc.constantFrom('add' as const, 'delete' as const, 'has' as const), key);
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.array(change, { maxLength: 30 }), (values, changes) => {
        const lower = new Set(values);
        const copy = new Set(values);
        const upper = new OverlaySet(lower);
        for (const [step, value] of changes) {
          const [mine, expected] = [upper, copy].map((set) => [
            step === 'add' ? set.add(value).size : set[step](value),
            set.has(value),
          ]);
          expect(mine).toEqual(expected);
        }
        expect([...upper]).toEqual([...copy]);
        expect([...upper.entries()]).toEqual([...copy.entries()]);
        expect([...lower]).toEqual(values);
      }),
    );
  });
});
