import { expect } from '@jest/globals';
import type { Step } from './steps.ts';
import { amountOf, firstDayOf, lineOf } from './words.ts';
import type { World } from './world.ts';

/** The real history, replayed under something that is only proposed. */
export const reRuns: readonly Step[] = [
  [
    /^the history is replayed under a policy that counts against what is released$/,
    (world) => replay(world, { policy: { basis: 'released' } }),
  ],
  [
    /^the history is replayed with a cut of ([\d,]+\.\d{2}) on (\S+)$/,
    (world, _, amount, line) =>
      replay(world, {
        cuts: [
          {
            project: world.project,
            line: lineOf(line!),
            amount: amountOf(amount!),
            on: firstDayOf(world.fiscalYear),
          },
        ],
      }),
  ],
  [
    /^the history is replayed under a ceiling per quarter of the line at commit:$/,
    (world, { table }) => {
      const percent = Object.fromEntries(
        table.map(({ period = '', percent: part = '' }): [string, string] => [period, part]),
      );
      const rule = { name: 'proposed', key: 'line', per: 'quarter', stage: 'commit', severity: 'stop' };
      return replay(world, { policy: { ceilings: [{ ...rule, limits: { percent } }] } });
    },
  ],
  [/^the history is replayed as it was$/, (world) => replay(world, {})],
  [
    /^these would have been refused:$/,
    (world, { table }) => {
      const rows = world.last?.json['rows'] as readonly Readonly<Record<string, unknown>>[];
      const told = rows.map(({ document, code, shortBy }) => ({ document, code, shortBy: shortBy ?? '' }));
      expect(told).toEqual(table);
    },
  ],
  [
    /^nothing would have been refused$/,
    (world) => expect(world.last?.json).toMatchObject({ refused: 0, rows: [] }),
  ],
];

async function replay(world: World, proposal: object): Promise<void> {
  await world.must('control/re-runs', { fiscalYear: Number(world.fiscalYear), ...proposal });
}
