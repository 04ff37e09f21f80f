import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { machineClock } from './machine-clock.ts';

it('says what the clock of the machine says, whether it goes on, stands still or is set back', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 1 });
  fc.assert(
    fc.property(moments, (times) => {
      let at = 0;
      const clock = machineClock(() => at);
      for (const time of times) {
        at = time;
        expect([clock(), clock()]).toEqual(Array(2).fill(new Date(time).toISOString()));
      }
    }),
  );
});
