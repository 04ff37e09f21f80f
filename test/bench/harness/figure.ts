import { median } from './statistics.ts';

/** What a figure is to reach: its ratio to the ceiling, or the value itself. */
export interface Target {
  readonly of: 'ratio' | 'value';
  readonly bound: 'at least' | 'at most';
  readonly limit: number;
}

export const ratioAtLeast = (limit: number): Target => ({ of: 'ratio', bound: 'at least', limit });
export const ratioAtMost = (limit: number): Target => ({ of: 'ratio', bound: 'at most', limit });
export const valueAtMost = (limit: number): Target => ({ of: 'value', bound: 'at most', limit });

/** What was measured: one figure a run, and beside it what the ceiling gave in the same run. */
export interface Measured {
  readonly name: string;
  readonly unit: string;
  /** Empty when it could not be measured here. */
  readonly runs: readonly number[];
  readonly ceiling?: readonly number[];
  readonly target?: Target;
}

/** One line of the history that `--json` keeps. */
export interface Row {
  readonly name: string;
  /** Median over the runs; nothing when it could not be measured here. */
  readonly value: number | null;
  readonly unit: string;
  /** Median of the ceiling or of what it is compared with, in the same unit. */
  readonly baseline: number | null;
  /** Median of the ratios of each run; a slow moment of the machine falls on both sides. */
  readonly ratio: number | null;
  /** Such as `ratio ≥ 0.6` or `≤ 25 ms`. */
  readonly target: string | null;
  /** Whether the median meets the target; nothing where there is none, or no figure. */
  readonly met: boolean | null;
}

/** A row with what the table shows of it beside. */
export interface Figure extends Row {
  /** Lowest and highest of the runs. */
  readonly spread: readonly [number, number] | null;
  /** Missed in every single run: more than the noise. */
  readonly missedByMoreThanNoise: boolean;
}

/**
 * The median of the runs against the target. It is missed by more than the noise when no single run meets it: were the
 * true median on the target, five runs in a row would all miss it once in 32 times.
 */
export function figure({ name, unit, runs, ceiling, target }: Measured): Figure {
  const ratios = ceiling === undefined ? [] : runs.map((run, index) => run / (ceiling[index] ?? Number.NaN));
  const judged = target === undefined ? [] : target.of === 'ratio' ? ratios : runs;
  const meets = (value: number): boolean =>
    target !== undefined && (target.bound === 'at least' ? value >= target.limit : value <= target.limit);
  return {
    name,
    value: orNothing(median(runs)),
    unit,
    baseline: orNothing(median(ceiling ?? [])),
    ratio: orNothing(median(ratios)),
    target: target === undefined ? null : targetText(target, unit),
    met: judged.length === 0 ? null : meets(median(judged)),
    spread: runs.length === 0 ? null : [Math.min(...runs), Math.max(...runs)],
    missedByMoreThanNoise: judged.length > 0 && !judged.some(meets),
  };
}

const targetText = ({ of, bound, limit }: Target, unit: string): string =>
  `${of === 'ratio' ? 'ratio ' : ''}${bound === 'at least' ? '≥' : '≤'} ${limit}${of === 'ratio' ? '' : ` ${unit}`}`;

const orNothing = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What is kept of a figure for history. */
export const rowOf = ({ name, value, unit, baseline, ratio, target, met }: Figure): Row => ({
  name,
  value,
  unit,
  baseline,
  ratio,
  target,
  met,
});

/** 1 when a target was missed by more than the noise. */
export const exitCodeOf = (figures: readonly Figure[]): 0 | 1 =>
  figures.some(({ missedByMoreThanNoise }) => missedByMoreThanNoise) ? 1 : 0;
