/**
 * Answers that can be thrown away: one folder per projection with its fold, its tables and its queries,
 * and the projector that keeps them in step with the log.
 */

export { ApprovalQueries, type ApprovalRow, type ApprovalStepRow } from './approvals/queries.ts';
export { ControlPolicyQueries, type KnownPolicy } from './control-policies/queries.ts';
export { DisbursementMonthsQueries, type MonthRow } from './disbursement-months/queries.ts';
export { DOCUMENT_STAGES, type DocumentStage } from './documents/change.ts';
export { type CommitmentRow, OutstandingCommitmentsQueries } from './documents/commitments.ts';
export type { DocumentPage } from './documents/document-pages.ts';
export type { BriefRow, CoveredRow, DocumentRow } from './documents/document-row.ts';
export { DocumentQueries } from './documents/queries.ts';
export { criteriaOf, type JournalCriterion, type JournalFilter, withoutCriterion } from './journal/filter.ts';
export { type JournalPage, JournalQueries, type JournalRow } from './journal/queries.ts';
export type { JournalSpan } from './journal/span.ts';
export type { JournalSummary } from './journal/summary.ts';
export * from './kpi-scoreboard/fold.ts';
export { KpiScoreboardQueries } from './kpi-scoreboard/queries.ts';
export { OrganisationQueries, type OrganisationRow } from './organisations/organisations.ts';
export type { ComparedCells } from './plan-versus-actual/compared-cells.ts';
export { ComparisonQueries } from './plan-versus-actual/comparison-queries.ts';
export {
  type ChangePage,
  type DatedScope,
  EffectiveQueries,
} from './plan-versus-actual/effective-queries.ts';
export type { Moment } from './plan-versus-actual/moment.ts';
export { FollowedHere } from './following/followed-here.ts';
export { followInThread } from './following/follow-in-thread.ts';
export type { FollowingEntry, ThreadLog } from './following/following-task.ts';
export type { BuildThreads } from './build/build-task.ts';
export { type CalendarYear, type EffectiveTo, effectiveTo } from './plan-versus-actual/effective-to.ts';
export {
  type AccountRow,
  type AccountScope,
  type CellRow,
  type CellScope,
  type EntryRow,
  type LineCellRow,
  type LineTotalRow,
  PlanVersusActualQueries,
} from './plan-versus-actual/queries.ts';
export { isAmong } from './plan-versus-actual/some-cells.ts';
export { MonthFigureQueries, type MonthFigureRow } from './plan-versus-actual/month-queries.ts';
export type { OnPage } from './log-reader.ts';
export { PostgresProjector, type PostgresProjectorOptions } from './postgres/postgres-projector.ts';
export { askForRebuild, findRequest, type RebuildRequest } from './postgres/rebuild-requests.ts';
export { listSchemas, prepareRegistry, type RegisteredSchema } from './postgres/registry.ts';
export type { PageFacts, ProjectorObserver, ProjectorStanding, ProjectorState } from './postgres/standing.ts';
export { dropSchemas, rollBack } from './postgres/switch-schema.ts';
export { viewsOf } from './postgres/views/views.ts';
export { ProjectionStopped } from './projection-stopped.ts';
export type { LastRead } from './projections-file.ts';
export * from './projector.ts';
export * from './published-reports/queries.ts';
export type { RebuiltProjection } from './rebuilt-projection.ts';
export { type AccountPlace, StreamPlaces } from './stream-place.ts';
export * from './folding.ts';
export { controlPolicies } from './control-policies/control-policies.ts';
export { disbursementMonths } from './disbursement-months/projection.ts';
export { documents } from './documents/projection.ts';
export { journal } from './journal/journal.ts';
export { kpiScoreboard } from './kpi-scoreboard/projection.ts';
export { planVersusActual } from './plan-versus-actual/projection.ts';
export { publishedReports } from './published-reports/published-reports.ts';
