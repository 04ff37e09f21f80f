/**
 * Answers that can be thrown away: one folder per projection with its fold, its tables and its queries,
 * and the projector that keeps them in step with the log.
 */
import { journal } from './journal/journal.ts';
import { kpiScoreboard } from './kpi-scoreboard/projection.ts';
import { organisations } from './organisations/organisations.ts';
import { outstandingCommitments } from './outstanding-commitments/outstanding-commitments.ts';
import { planVersusActual } from './plan-versus-actual/projection.ts';
import type { Projection } from './projection.ts';
import { publishedReports } from './published-reports/published-reports.ts';

export { type JournalFilter, JournalQueries, type JournalRow } from './journal/queries.ts';
export * from './kpi-scoreboard/fold.ts';
export { KpiScoreboardQueries } from './kpi-scoreboard/queries.ts';
export { OrganisationQueries, type OrganisationRow } from './organisations/organisations.ts';
export { type CommitmentRow, OutstandingCommitmentsQueries } from './outstanding-commitments/queries.ts';
export * from './plan-versus-actual/queries.ts';
export { ProjectionStopped } from './projection-stopped.ts';
export * from './projector.ts';
export type { Projection } from './projection.ts';
export * from './published-reports/queries.ts';

/** All read models, in the order in which an event reaches them; organisations first, the rest reads their calendar. */
export const projections: readonly Projection[] = [
  organisations,
  planVersusActual,
  outstandingCommitments,
  kpiScoreboard,
  publishedReports,
  journal,
];
export { journal, kpiScoreboard, outstandingCommitments, planVersusActual, publishedReports };
