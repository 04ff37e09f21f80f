import type { Quarter } from '#kernel';
import { type Accumulation, addFigures, compareFigures, subtractFigures } from '#performance';
import type { StatedResult } from './facts.ts';

/** What the results of one quarter come to. */
export interface QuarterFigures {
  /** The figure of the quarter in the terms of the plan; absent where no report gives one. */
  readonly value?: string;
  /** The result that the figure was read from. */
  readonly source?: StatedResult;
  /** True when the figure is the growth of a running total, not itself reported. */
  readonly derived?: true;
  /** The figure of the year up to the quarter, carried over quarters without a figure. */
  readonly toDate?: string;
  /** Reported running total less the sum of the quarters, where both are reported and differ. */
  readonly difference?: string;
}

interface RunningTotal {
  /** Sum or running total of the year so far. */
  readonly total?: string | undefined;
  /** Whether the total is known to hold every quarter so far, so that a growth can be told from it. */
  readonly complete: boolean;
}

/**
 * The figures of the quarters, in order. Within a quarter the last stated result counts, for the quarter's
 * own figure and for the running total apart; the two are never added together.
 *
 * - incremental: the value is the quarter's own figure; where only a running total is reported, its growth
 *   since the quarter before, if that is known. The total is the reported one, else the sum.
 * - cumulative: the value is the running total; a result flagged as the quarter's own is added to the total before.
 * - point: the value stands for itself; the latest counts.
 */
export function accumulate(
  accumulation: Accumulation,
  quarters: readonly Quarter[],
  results: readonly StatedResult[],
): Map<Quarter, QuarterFigures> {
  const figures = new Map<Quarter, QuarterFigures>();
  // The year of separate figures begins at nothing; a running total may begin at an earlier year's level.
  let before: RunningTotal = { complete: accumulation === 'incremental' };
  for (const quarter of quarters) {
    const numbers = results.filter((result) => result.quarter === quarter && result.value !== undefined);
    const figure =
      accumulation === 'point' ? pointOf(numbers, before) : totalOf(accumulation, numbers, before);
    figures.set(quarter, figure.figures);
    before = figure.after;
  }
  return figures;
}

interface Step {
  readonly figures: QuarterFigures;
  readonly after: RunningTotal;
}

function pointOf(numbers: readonly StatedResult[], before: RunningTotal): Step {
  const source = numbers.at(-1);
  const toDate = source?.value ?? before.total;
  return {
    figures: {
      ...(source?.value !== undefined && { value: source.value, source }),
      ...(toDate !== undefined && { toDate }),
    },
    after: { total: toDate, complete: false },
  };
}

function totalOf(
  accumulation: 'cumulative' | 'incremental',
  numbers: readonly StatedResult[],
  before: RunningTotal,
): Step {
  const isRunning = (result: StatedResult) => result.cumulative ?? accumulation === 'cumulative';
  const running = numbers.findLast(isRunning);
  const own = numbers.findLast((result) => !isRunning(result));
  const summed = own?.value === undefined ? before.total : addFigures(before.total ?? '0', own.value);
  const toDate = running?.value ?? summed;
  const difference = running && own ? differenceOf(running.value, summed) : undefined;
  const quarter =
    accumulation === 'cumulative' ? runningFigure(running ?? own, toDate) : ownFigure(own, running, before);
  return {
    figures: {
      ...quarter,
      ...(toDate !== undefined && { toDate }),
      ...(before.complete && difference !== undefined && { difference }),
    },
    after: { total: toDate, complete: running !== undefined || (own !== undefined && before.complete) },
  };
}

function runningFigure(source: StatedResult | undefined, toDate: string | undefined): QuarterFigures {
  return source && toDate !== undefined ? { value: toDate, source } : {};
}

function ownFigure(
  own: StatedResult | undefined,
  running: StatedResult | undefined,
  before: RunningTotal,
): QuarterFigures {
  if (own?.value !== undefined) return { value: own.value, source: own };
  if (running?.value === undefined) return {};
  if (!before.complete) return { source: running };
  return { value: subtractFigures(running.value, before.total ?? '0'), source: running, derived: true };
}

function differenceOf(reported: string | undefined, summed: string | undefined): string | undefined {
  if (reported === undefined || summed === undefined || compareFigures(reported, summed) === 0) {
    return undefined;
  }
  return subtractFigures(reported, summed);
}
