import { describe, expect, it } from '@jest/globals';
import { exitCodeOf, figure, ratioAtLeast, ratioAtMost, rowOf, valueAtMost } from './figure.ts';

const NOTHING = [1000, 1000, 1000, 1000, 1000];

const posted = (...runs: number[]) =>
  figure({ name: 'commands', unit: '/s', runs, ceiling: NOTHING, target: ratioAtLeast(0.6) });

describe('a figure against its target', () => {
  it('is the median of the runs beside that of the ceiling, with the median of the ratios of each run', () => {
    const runs = [500, 700, 900, 100, 300];
    const ceiling = [1000, 1400, 900, 1000, 300];
    expect(rowOf(figure({ name: 'commands', unit: '/s', runs, ceiling, target: ratioAtLeast(0.6) }))).toEqual(
      {
        name: 'commands',
        value: 500,
        unit: '/s',
        baseline: 1000,
        ratio: 0.5,
        target: 'ratio ≥ 0.6',
        met: false,
      },
    );
  });

  it('meets a target that the median meets, whatever single runs gave', () => {
    const commands = posted(500, 550, 610, 650, 700);
    expect([commands.met, exitCodeOf([commands])]).toEqual([true, 0]);
  });

  it('misses a target within the noise when one run met it, and that fails nothing', () => {
    const commands = posted(500, 550, 580, 590, 601);
    expect([commands.met, commands.missedByMoreThanNoise, exitCodeOf([commands])]).toEqual([false, false, 0]);
  });

  it('misses a target by more than the noise when no run met it, and that fails the run', () => {
    const commands = posted(500, 550, 580, 590, 599);
    const kept = posted(900, 900, 900, 900, 900);
    expect([commands.met, commands.missedByMoreThanNoise]).toEqual([false, true]);
    expect(exitCodeOf([kept, commands])).toBe(1);
  });

  it('keeps below a limit of the ratio or of the value itself', () => {
    const slow = { name: 'commit', unit: 'ms', runs: [3, 3, 3], ceiling: [1, 1, 1] };
    expect(figure({ ...slow, target: ratioAtMost(3) }).met).toBe(true);
    expect(figure({ ...slow, target: ratioAtMost(2.9) }).met).toBe(false);
    expect(figure({ ...slow, target: valueAtMost(2) })).toMatchObject({ met: false, target: '≤ 2 ms' });
  });

  it('is neither met nor missed where it has no target', () => {
    const context = figure({ name: 'bare endpoint', unit: '/s', runs: [1, 2, 3] });
    expect(rowOf(context)).toMatchObject({ value: 2, baseline: null, ratio: null, target: null, met: null });
    expect(exitCodeOf([context])).toBe(0);
  });

  it('is neither met nor missed where it could not be measured, and has no value', () => {
    const left = figure({ name: 'ledger', unit: 'ms', runs: [], ceiling: [], target: ratioAtLeast(2.5) });
    expect(rowOf(left)).toMatchObject({ value: null, ratio: null, target: 'ratio ≥ 2.5', met: null });
    expect(exitCodeOf([left])).toBe(0);
  });
});
