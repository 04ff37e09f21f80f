import type { CivilDate } from '#kernel';

export type PeriodStatus = 'open' | 'soft-closed' | 'closed';

/** The months of a fiscal year that are not open, `YYYY-MM`. */
export interface PeriodsState {
  readonly months: Map<string, Exclude<PeriodStatus, 'open'>>;
}

export const emptyPeriods = (): PeriodsState => ({ months: new Map() });

/** Whether postings of a day are taken. */
export const periodStatus = ({ months }: PeriodsState, day: CivilDate): PeriodStatus =>
  months.get(day.slice(0, 7)) ?? 'open';
