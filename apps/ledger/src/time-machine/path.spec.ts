import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CivilDate } from '#kernel';
import { counts, pathBetween, type Placed, type Point } from './path.ts';

const days = fc.constantFrom('2025-10-01', '2025-11-01', '2025-12-01').map((day) => day as CivilDate);
const events = fc
  .array(days, { maxLength: 12 })
  .map((list): Placed[] => list.map((effectiveOn, index) => ({ position: BigInt(index + 1), effectiveOn })));
const points: fc.Arbitrary<Point> = fc.record({
  position: fc.bigInt({ min: 0n, max: 13n }),
  day: fc.option(days, { nil: undefined }),
});

describe('the way from one point to another', () => {
  it('ends with the events that count there, changes one at a time, and takes none twice', () => {
    const walked = fc.property(events, points, points, (all, one, other) => {
      const [from, to] = one.position <= other.position ? [one, other] : [other, one];
      const steps = pathBetween(all, from, to);
      let before = all.filter((event) => counts(event, from));
      for (const { event, counting } of steps) {
        const isNew = !before.includes(event);
        expect(counting.length - before.length).toBe(isNew ? 1 : -1);
        before = [...counting];
      }
      expect(before).toEqual(all.filter((event) => counts(event, to)));
      const changed = steps.map(({ event }) => event);
      // What came and went again on the way may be met twice; nothing else is.
      const bothAxes = changed.filter((event) => counts(event, from) === counts(event, to));
      expect(new Set(changed).size).toBe(changed.length - bothAxes.length / 2);
    });
    fc.assert(walked, { numRuns: 300 });
  });
});
