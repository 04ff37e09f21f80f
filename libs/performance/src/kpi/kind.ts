/** What a KPI counts; it decides which figures fit. */
export const KPI_KINDS = ['count', 'percent', 'amount', 'milestone', 'level', 'composite'] as const;
export type KpiKind = (typeof KPI_KINDS)[number];

/**
 * How the figures of the quarters go together: running totals, separate figures that add up, or figures
 * that each stand for themselves.
 */
export const ACCUMULATIONS = ['cumulative', 'incremental', 'point'] as const;
export type Accumulation = (typeof ACCUMULATIONS)[number];
