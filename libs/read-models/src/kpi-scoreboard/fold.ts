import { QUARTERS, type Quarter, quartersUpTo } from '#kernel';
import {
  addFigures,
  type KpiDefinition,
  percentOfFigure,
  type PlannedQuarter,
  type PlannedQuarters,
  type Target,
} from '#performance';
import { accumulate, type QuarterFigures } from './accumulate.ts';
import { compositeQuarters, partsOf } from './composite.ts';
import { type Achievement, factOf, type KnownFacts, resultsOf, type StatedResult } from './facts.ts';
import type { KpiProgress, QuarterProgress, QuarterResult } from './kpi-progress.ts';
import { statusOf } from './status.ts';

export { type Achievement, type KnownFacts, type KpiFact, kpiFactsOf, type StatedResult } from './facts.ts';
export type { KpiProgress, QuarterProgress, QuarterResult } from './kpi-progress.ts';
export type { KpiStatus } from './status.ts';

/**
 * How a KPI stands, from the facts known at some position; nothing when it was not defined then.
 * A composite finds its parts among `others`, the progress of other KPIs of the year.
 */
export function kpiProgress(
  facts: KnownFacts,
  upTo: Quarter,
  others: readonly KpiProgress[] = [],
): KpiProgress | undefined {
  const definition = factOf(facts, 'definition');
  if (!definition) return undefined;
  const target = factOf(facts, 'target');
  const achieved = factOf(facts, 'achieved');
  const due = quartersUpTo(upTo);
  const known: Known = {
    definition,
    target,
    plan: factOf(facts, 'plan') ?? {},
    achieved: achieved && due.includes(achieved.quarter) ? achieved : undefined,
    results: resultsOf(facts),
    due,
  };
  const head = { definition, ...(target && { target }), ...(known.achieved && { achieved: known.achieved }) };
  if (definition.kind !== 'composite') return { ...head, quarters: quartersOf(known) };
  const parts = partsOf(definition, others);
  return { ...head, quarters: compositeQuarters(quartersOf(known), parts), parts };
}

interface Known {
  readonly definition: KpiDefinition;
  readonly target: Target | undefined;
  readonly plan: PlannedQuarters;
  readonly achieved: Achievement | undefined;
  readonly results: readonly StatedResult[];
  readonly due: readonly Quarter[];
}

function quartersOf(known: Known): QuarterProgress[] {
  const { definition, due, results } = known;
  const figures = accumulate(definition.accumulation ?? 'point', due, results);
  return QUARTERS.map((quarter) => {
    const figure = figures.get(quarter);
    return figure ? dueQuarter(known, quarter, figure) : laterQuarter(known, quarter);
  });
}

function laterQuarter({ definition, plan }: Known, quarter: Quarter): QuarterProgress {
  return present({
    quarter,
    plan: plan[quarter],
    planToDate: planToDate(definition, plan, quarter),
    status: 'not_due' as const,
    statements: [],
  });
}

function dueQuarter(known: Known, quarter: Quarter, figure: QuarterFigures): QuarterProgress {
  const { definition, target, achieved } = known;
  const statements = known.results.filter((result) => result.quarter === quarter);
  const plan = known.plan[quarter];
  const planned = planToDate(definition, known.plan, quarter);
  const { toDate } = figure;
  return present({
    quarter,
    plan,
    planToDate: planned,
    result: statements.length > 0 ? resultOf(statements, figure, plan) : undefined,
    cumulative: toDate,
    difference: figure.difference,
    ofPlan: percent(figure.value, plan?.value),
    ofPlanToDate: percent(toDate, planned),
    ofTarget: percent(toDate, target?.value),
    status: statusOf({
      quarter,
      accumulation: definition.accumulation ?? 'point',
      achieved: achieved !== undefined && achieved.quarter <= quarter,
      reported: statements.length > 0,
      toDate,
      planToDate: planned,
      planned: quartersUpTo(quarter).some((q) => known.plan[q] !== undefined),
      target,
    }),
    statements,
  });
}

function resultOf(
  statements: readonly StatedResult[],
  { value, source, derived }: QuarterFigures,
  plan: PlannedQuarter | undefined,
): QuarterResult {
  return present({
    value,
    text: source?.text ?? lastOf(statements, 'text'),
    // The parts of a running total are not the parts of its growth.
    inPlan: derived ? undefined : source?.inPlan,
    outOfPlan: derived ? undefined : source?.outOfPlan,
    narrative: lastOf(statements, 'narrative'),
    // Of the result that the figure is of, and of no other.
    dataAsOf: source === undefined ? lastOf(statements, 'dataAsOf') : source.dataAsOf,
    derived,
    unplanned: value !== undefined && plan === undefined ? (true as const) : undefined,
  });
}

const lastOf = (
  statements: readonly StatedResult[],
  field: 'text' | 'narrative' | 'dataAsOf',
): string | undefined => statements.findLast((result) => result[field] !== undefined)?.[field];

/** Separate figures are added up; of running totals and of figures that stand for themselves the latest counts. */
function planToDate(
  { accumulation }: KpiDefinition,
  plan: PlannedQuarters,
  quarter: Quarter,
): string | undefined {
  let planned: string | undefined;
  for (const q of quartersUpTo(quarter)) {
    const value = plan[q]?.value;
    if (value === undefined) continue;
    planned = accumulation === 'incremental' && planned !== undefined ? addFigures(planned, value) : value;
  }
  return planned;
}

const percent = (part: string | undefined, whole: string | undefined): string | undefined =>
  part === undefined || whole === undefined ? undefined : percentOfFigure(part, whole);

/** Without the fields that are absent, so that the answer is JSON-safe and compares by content. */
const present = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
