import { QUARTERS, type Quarter } from '#kernel';
import { type Accumulation, compareFigures, type Operator, type Target } from '#performance';

/**
 * How a KPI stands in a quarter.
 * - `achieved`: a report names it as achieved, in this quarter or before.
 * - `met`: the figure to date reaches the target of the year.
 * - `on_plan`: the figure to date reaches what is planned to date, or nothing is planned yet towards a target.
 * - `behind`: it does not.
 * - `reported`: there are results, but no figures that could be compared.
 * - `no_result`: nothing is reported for the quarter.
 * - `not_due`: the quarter lies after the one that the scoreboard goes up to.
 */
export type KpiStatus = 'achieved' | 'met' | 'on_plan' | 'behind' | 'reported' | 'no_result' | 'not_due';

export interface Standing {
  readonly quarter: Quarter;
  readonly accumulation: Accumulation;
  readonly achieved: boolean;
  /** Whether anything at all is reported for the quarter. */
  readonly reported: boolean;
  readonly toDate?: string | undefined;
  readonly planToDate?: string | undefined;
  /** Whether a quarter up to this one has a plan, be it in words. */
  readonly planned: boolean;
  readonly target?: Target | undefined;
}

export function statusOf(standing: Standing): KpiStatus {
  const { accumulation, reported, toDate, planToDate, planned, target } = standing;
  if (standing.achieved) return 'achieved';
  // A total that reached the target has reached it; a figure that stands for itself is asked for anew.
  if (accumulation === 'point' && !reported) return 'no_result';
  if (isMet(standing)) return 'met';
  if (!reported) return 'no_result';
  if (toDate === undefined) return 'reported';
  const ceiling = isCeiling(target?.operator);
  if (planToDate !== undefined) {
    const compared = compareFigures(toDate, planToDate);
    return (ceiling ? compared <= 0 : compared >= 0) ? 'on_plan' : 'behind';
  }
  if (planned || target?.value === undefined) return 'reported';
  return ceiling && !reaches(toDate, target) ? 'behind' : 'on_plan';
}

const isCeiling = (operator: Operator | undefined): boolean => operator === '<' || operator === '<=';

/** A total that must stay below a ceiling has met it only when the year is over. */
function isMet({ quarter, accumulation, toDate, target }: Standing): boolean {
  if (toDate === undefined || !reaches(toDate, target)) return false;
  return accumulation === 'point' || !isCeiling(target?.operator) || quarter === QUARTERS.at(-1);
}

/** A bare target (`=`) is reached by a figure that reaches or exceeds it: 118 communities of 100 is success. */
function reaches(figure: string, target: Target | undefined): boolean {
  if (target?.value === undefined) return false;
  const compared = compareFigures(figure, target.value);
  switch (target.operator) {
    case '>':
      return compared > 0;
    case '<':
      return compared < 0;
    case '<=':
      return compared <= 0;
    default:
      return compared >= 0;
  }
}
