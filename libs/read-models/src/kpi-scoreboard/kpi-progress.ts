import type { Quarter } from '#kernel';
import type { KpiDefinition, PlannedQuarter, Target } from '#performance';
import type { Achievement, StatedResult } from './facts.ts';
import type { KpiStatus } from './status.ts';

/** What a quarter brought, in the unit of the KPI. Figures that no report gives are absent, never zero. */
export interface QuarterResult {
  /** In the terms of the plan: a running total where the KPI is cumulative, else the quarter's own figure. */
  readonly value?: string | undefined;
  readonly text?: string | undefined;
  readonly inPlan?: string | undefined;
  readonly outOfPlan?: string | undefined;
  readonly narrative?: string | undefined;
  readonly dataAsOf?: string | undefined;
  /** True when the value is the growth of a running total, not itself reported. */
  readonly derived?: true | undefined;
  /** True when there is a value though nothing is planned for the quarter. */
  readonly unplanned?: true | undefined;
}

export interface QuarterProgress {
  readonly quarter: Quarter;
  readonly plan?: PlannedQuarter | undefined;
  /** Planned up to and with the quarter. */
  readonly planToDate?: string | undefined;
  readonly result?: QuarterResult | undefined;
  /** The figure of the year up to and with the quarter. */
  readonly cumulative?: string | undefined;
  /** Reported running total less the sum of the quarters, where both are reported and differ. */
  readonly difference?: string | undefined;
  /** Result in percent of the quarter's plan. Percentages have two decimals, rounded half-up. */
  readonly ofPlan?: string | undefined;
  /** Figure of the year in percent of what is planned to date. */
  readonly ofPlanToDate?: string | undefined;
  /** Figure of the year in percent of the target. */
  readonly ofTarget?: string | undefined;
  readonly status: KpiStatus;
  /** Every result of the quarter as last stated, in that order. */
  readonly statements: readonly StatedResult[];
}

export interface KpiProgress {
  readonly definition: KpiDefinition;
  readonly target?: Target | undefined;
  readonly achieved?: Achievement | undefined;
  /** All four quarters; results only up to the one asked for, plans for all. */
  readonly quarters: readonly QuarterProgress[];
  /** Parts of a composite in code order. */
  readonly parts?: readonly KpiProgress[] | undefined;
}
