/**
 * Performance beside the money: a KPI is one indicator in one fiscal year, a quarterly report gives each
 * project its status. Their commands, their events, and the decisions between them.
 */
export { addFigures, compareFigures, figure, isFigure, percentOfFigure, subtractFigures } from './figure.ts';
export type { MarkAchieved } from './kpi/achieve.ts';
export type { KpiCommand } from './kpi/commands.ts';
export type { CorrectResult } from './kpi/correct.ts';
export { kpi } from './kpi/decider.ts';
export type { DefineKpi, Tiers } from './kpi/define.ts';
export { type KpiEvent, kpiEvents } from './kpi/events.ts';
export { type Accumulation, ACCUMULATIONS, KPI_KINDS, type KpiKind } from './kpi/kind.ts';
export type { PlannedQuarter, PlannedQuarters, ReviseKpiPlan, SetKpiPlan } from './kpi/plan.ts';
export type { RecordResult } from './kpi/record.ts';
export type { ResultContent } from './kpi/result.ts';
export type { KpiDefinition, KpiState } from './kpi/state.ts';
export { type Operator, OPERATORS, type ReviseTarget, type SetTarget, type Target } from './kpi/target.ts';
export type { QuarterlyReportCommand } from './quarterly-report/commands.ts';
export type { DateReport } from './quarterly-report/date.ts';
export {
  numberOfEdition,
  type PublishedFile,
  type PublishReport,
  ReportPublished,
} from './quarterly-report/publish.ts';
export { quarterlyReport } from './quarterly-report/decider.ts';
export { type QuarterlyReportEvent, quarterlyReportEvents } from './quarterly-report/events.ts';
export type { QuarterlyReportState } from './quarterly-report/state.ts';
export { PROJECT_STATUSES, type ProjectStatus, type ReportStatus } from './quarterly-report/status.ts';
export { type PerformanceRefusalCode, performanceRefusals } from './refusals.ts';
