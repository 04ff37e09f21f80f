import type { PlanByQuarter } from '#budget';
import { add, type Quarter, QUARTERS, quartersUpTo, type Satang, satang, subtract, sum, ZERO } from '#kernel';
import { isWithinRounding } from '../check/rounding.ts';

type Plan = Record<Quarter, Satang>;

/** What an earlier report says of the plan of a year: what is planned up to its quarter, and what there is to plan. */
export interface PlanPrinted {
  readonly upTo: Quarter;
  readonly planned: Satang;
  readonly budget: Satang;
}

/**
 * The plan by quarter as it was known with an earlier report, which prints one figure of it. What comes up to that
 * quarter is planned less, or more, in those after it, the next one first; what the budget did not hold was not
 * planned, in the last ones first. A figure within rounding changes nothing.
 */
export function planKnownThen(known: PlanByQuarter, { upTo, planned, budget }: PlanPrinted): PlanByQuarter {
  const plan: Plan = { ...known };
  const before = quartersUpTo(upTo);
  const after = QUARTERS.slice(before.length);
  const parts = before.map((quarter) => plan[quarter]);
  if (!isWithinRounding(planned, parts)) {
    const more = subtract(planned, sum(parts));
    if (more > 0) {
      plan[upTo] = add(plan[upTo], more);
      take(plan, after, more);
    } else {
      const less = take(plan, [...before].reverse(), satang(-more));
      const [next] = after;
      if (next !== undefined) plan[next] = add(plan[next], less);
    }
  }
  take(plan, [...after].reverse(), subtract(sum(Object.values(plan)), budget));
  return plan;
}

/** Takes an amount from the quarters in their order, as far as they hold it; answers what was taken. */
function take(plan: Plan, quarters: readonly Quarter[], amount: Satang): Satang {
  let left = amount > 0 ? amount : ZERO;
  for (const quarter of quarters) {
    const part = satang(Math.min(left, plan[quarter]));
    plan[quarter] = subtract(plan[quarter], part);
    left = subtract(left, part);
  }
  return subtract(amount, left);
}
