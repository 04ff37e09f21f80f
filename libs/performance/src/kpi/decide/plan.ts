import { type DecisionContext, isBlank, QUARTERS, type Refusal } from '#kernel';
import { compareFigures } from '../../figure.ts';
import { refuse } from '../../refusals.ts';
import {
  eventOrRefusal,
  firstRefusal,
  fiscalYearRule,
  present,
  reasonRule,
  sameContent,
} from '../../rules.ts';
import { fitRule } from '../fit.ts';
import {
  KpiPlanRevised,
  KpiPlanSet,
  type PlannedQuarters,
  type ReviseKpiPlan,
  type SetKpiPlan,
} from '../plan.ts';
import type { KpiDefinition, KpiState } from '../state.ts';
import { kpiSubject, notDefined } from '../subject.ts';

export function decideSetPlan(
  { definition, plan }: KpiState,
  command: SetKpiPlan,
  context: DecisionContext,
): readonly KpiPlanSet[] | Refusal {
  if (!definition) return notDefined();
  const subject = kpiSubject(definition);
  if (plan) return refuse(subject, 'plan-already-set', 'it has a plan', 'revise-plan with a reason');
  const quarters = contentOf(command.quarters);
  return (
    planRule(definition, quarters) ??
    fiscalYearRule(subject, definition.fiscalYear, command.effectiveOn, context) ??
    eventOrRefusal(subject, KpiPlanSet, { quarters }, command.effectiveOn)
  );
}

export function decideRevisePlan(
  { definition, plan: previous }: KpiState,
  command: ReviseKpiPlan,
  context: DecisionContext,
): readonly KpiPlanRevised[] | Refusal {
  if (!definition) return notDefined();
  const subject = kpiSubject(definition);
  if (!previous) return refuse(subject, 'plan-not-set', 'it has no plan', 'set-plan first');
  const quarters = contentOf(command.quarters);
  return (
    reasonRule(subject, command.reason) ??
    planRule(definition, quarters) ??
    fiscalYearRule(subject, definition.fiscalYear, command.effectiveOn, context) ??
    (sameContent(previous, quarters)
      ? refuse(subject, 'plan-unchanged', 'the plan is this already', 'another plan')
      : undefined) ??
    eventOrRefusal(subject, KpiPlanRevised, { quarters, previous }, command.effectiveOn)
  );
}

/** Quarters in order; one without figure and text is not planned. */
function contentOf(quarters: PlannedQuarters): PlannedQuarters {
  const content: { -readonly [Q in keyof PlannedQuarters]: PlannedQuarters[Q] } = {};
  for (const quarter of QUARTERS) {
    const { value, text } = quarters[quarter] ?? {};
    if (value !== undefined || !isBlank(text)) {
      content[quarter] = present({ value, text: isBlank(text) ? undefined : text });
    }
  }
  return content;
}

function planRule(definition: KpiDefinition, quarters: PlannedQuarters): Refusal | undefined {
  const subject = kpiSubject(definition);
  if (Object.keys(quarters).length === 0) {
    return refuse(subject, 'plan-empty', 'the plan is empty', 'a figure or a text for at least one quarter');
  }
  return firstRefusal(
    ...QUARTERS.map(
      (quarter) => () => fitRule(subject, definition.kind, `${quarter} value`, quarters[quarter]?.value),
    ),
    () => (definition.accumulation === 'cumulative' ? runningTotalRule(definition, quarters) : undefined),
  );
}

function runningTotalRule(definition: KpiDefinition, quarters: PlannedQuarters): Refusal | undefined {
  let before: string | undefined;
  for (const quarter of QUARTERS) {
    const value = quarters[quarter]?.value;
    if (value === undefined) continue;
    if (before !== undefined && compareFigures(value, before) < 0) {
      return refuse(
        kpiSubject(definition),
        'plan-not-cumulative',
        `${quarter} value is ${value}`,
        `at least ${before}, since the quarters are running totals`,
        { quarter, value, before },
      );
    }
    before = value;
  }
  return undefined;
}
