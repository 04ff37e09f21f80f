import { expect } from '@jest/globals';
import type { Step } from './steps.ts';
import { amountOf, lineOf } from './words.ts';

/** Many officers at the same moment. */
export const crowd: readonly Step[] = [
  [
    /^(\d+) officers each order (\d+) times ([\d,]+\.\d{2}) on (\S+) in "([^"]+)" at the same time$/,
    async (world, _, officers, times, amount, line, project) => {
      const body = { line: lineOf(line!), amount: amountOf(amount!), effectiveOn: world.today };
      const where = `budget-accounts/${world.fiscalYear}/${project!}/commitments`;
      world.crowd = await Promise.all(
        Array.from({ length: Number(officers) * Number(times) }, (_each, index) =>
          world.send(where, { ...body, commitment: `PO-${String(index)}` }),
        ),
      );
    },
  ],
  [
    /^exactly (\d+) are recorded, and the others are refused with "([^"]+)"$/,
    (world, _, count, code) => {
      const { taken = [], refused = [] } = Object.groupBy(world.crowd, ({ status }) =>
        status === 201 ? 'taken' : 'refused',
      );
      expect(taken).toHaveLength(Number(count));
      expect(new Set(refused.map(({ json }) => json['code']))).toEqual(new Set([code]));
    },
  ],
];
