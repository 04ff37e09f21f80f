import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  type FiscalYear,
  formatBaht,
  parseBaht,
  type Quarter,
  quarterRange,
  QUARTERS,
  type Refusal,
  type Satang,
  subtract,
  sum,
} from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { type AccountContext, policyOf } from '../context.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { accountTotals, type AccountState } from '../state.ts';

export type PlanByQuarter = Readonly<Record<Quarter, Satang>>;

/** Says for the first time how much of the budget is planned in each quarter. */
export interface SetPlan {
  readonly type: 'set-plan';
  readonly quarters: PlanByQuarter;
  readonly effectiveOn: CivilDate;
}

/**
 * Plans anew. Needs a reason; the earlier plan stays in the log. Where the policy locks past quarters, those that have
 * ended keep what was planned for them.
 */
export interface RevisePlan {
  readonly type: 'revise-plan';
  readonly quarters: PlanByQuarter;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

const quarters = (description: string) =>
  z
    .strictObject({
      Q1: fields.baht('Quarter 1'),
      Q2: fields.baht('Quarter 2'),
      Q3: fields.baht('Quarter 3'),
      Q4: fields.baht('Quarter 4'),
    })
    .meta({ description });

export const QuarterlyPlanSet = defineEvent({
  type: 'QuarterlyPlanSet',
  version: 1,
  category: 'budgetaccount',
  when: 'The account gets its first plan per quarter.',
  data: z.strictObject({ quarters: quarters('Planned spending per quarter, none below zero') }),
});
export type QuarterlyPlanSet = EventOf<typeof QuarterlyPlanSet>;

export const QuarterlyPlanRevised = defineEvent({
  type: 'QuarterlyPlanRevised',
  version: 1,
  category: 'budgetaccount',
  when: 'The plan per quarter is changed; the reason stands in the metadata.',
  data: z.strictObject({
    quarters: quarters('Planned spending per quarter from now on'),
    previous: quarters('Planned spending per quarter before'),
  }),
});
export type QuarterlyPlanRevised = EventOf<typeof QuarterlyPlanRevised>;

export function decideSetPlan(state: AccountState, command: SetPlan): [QuarterlyPlanSet] | Refusal {
  if (state.plan) {
    return refuse(
      'plan-already-set',
      `${nameOf(state)} has a plan already; expected a revision with its reason.`,
      accountDetails(state, { plan: printed(state.plan) }),
    );
  }
  const { quarters, effectiveOn } = command;
  const data = { quarters: printed(quarters) };
  return mustFitBudget(state, quarters) ?? [{ type: 'QuarterlyPlanSet', effectiveOn, data }];
}

export function decideRevisePlan(
  state: AccountState,
  command: RevisePlan,
  context: AccountContext,
): [QuarterlyPlanRevised] | Refusal {
  const { quarters, effectiveOn } = command;
  const { plan } = state;
  if (!plan) {
    return refuse(
      'plan-not-set',
      `${nameOf(state)} has no plan that could be revised.`,
      accountDetails(state),
    );
  }
  if (QUARTERS.every((quarter) => plan[quarter] === quarters[quarter])) {
    return refuse(
      'plan-unchanged',
      `${nameOf(state)}: the revision plans what is planned already.`,
      accountDetails(state, { plan: printed(plan) }),
    );
  }
  const data = { quarters: printed(quarters), previous: printed(plan) };
  return (
    mustFitBudget(state, quarters) ??
    mustLeavePastQuarters(state, plan, quarters, context) ?? [
      { type: 'QuarterlyPlanRevised', effectiveOn, data },
    ]
  );
}

/** Where the policy says so, a quarter that has ended stays planned as it was. */
function mustLeavePastQuarters(
  state: AccountState,
  plan: PlanByQuarter,
  quarters: PlanByQuarter,
  context: AccountContext,
): Refusal | undefined {
  if (policyOf(context).pastQuarters === 'open') return undefined;
  const year = (state.opened?.fiscalYear ?? 0) as FiscalYear;
  const hasEnded = (quarter: Quarter): boolean =>
    quarterRange(year, quarter, context.calendar).last < context.bookedOn;
  const changed = QUARTERS.find((quarter) => plan[quarter] !== quarters[quarter] && hasEnded(quarter));
  if (!changed) return undefined;
  const [planned, given] = [formatBaht(plan[changed]), formatBaht(quarters[changed])];
  return refuse(
    'plan-quarter-locked',
    `${nameOf(state)}: ${changed} has ended with ${planned} planned; ${given} was given, expected ${planned}.`,
    accountDetails(state, { quarter: changed, planned, given }),
  );
}

function mustFitBudget(state: AccountState, quarters: PlanByQuarter): Refusal | undefined {
  const negative = QUARTERS.find((quarter) => quarters[quarter] < 0);
  if (negative) {
    const given = formatBaht(quarters[negative]);
    return refuse(
      'plan-negative',
      `${nameOf(state)}: ${given} is planned for ${negative}; expected zero or more.`,
      accountDetails(state, { quarter: negative, given }),
    );
  }
  const planned = sum(QUARTERS.map((quarter) => quarters[quarter]));
  const budget = accountTotals(state).allocated;
  if (planned <= budget) return undefined;
  const shortBy = formatBaht(subtract(planned, budget));
  return refuse(
    'plan-exceeds-budget',
    `${nameOf(state)}: ${formatBaht(planned)} is planned, the budget is ${formatBaht(budget)}, ${shortBy} is missing.`,
    accountDetails(state, { requested: formatBaht(planned), budget: formatBaht(budget), shortBy }),
  );
}

const printed = ({ Q1, Q2, Q3, Q4 }: PlanByQuarter) => ({
  Q1: formatBaht(Q1),
  Q2: formatBaht(Q2),
  Q3: formatBaht(Q3),
  Q4: formatBaht(Q4),
});

export function evolvePlanned(state: AccountState, { data }: QuarterlyPlanSet | QuarterlyPlanRevised): void {
  const { Q1, Q2, Q3, Q4 } = data.quarters;
  state.plan = { Q1: parseBaht(Q1), Q2: parseBaht(Q2), Q3: parseBaht(Q3), Q4: parseBaht(Q4) };
}
