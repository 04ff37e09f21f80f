/** Report tables and their renderings: pure functions from figures to rows, and from rows to text, CSV and JSON. */
export { type BookLine, type BookProject, budgetBook } from './budget-book/book.ts';
export { budgetBookTable, exactBookFigures } from './budget-book/table.ts';
export { ageing, AGED_STAGES } from './ageing/ageing.ts';
export { ageingTable } from './ageing/table.ts';
export { budgetComparison, CHANGING_PARTS, type LineChange } from './budget-comparison/comparison.ts';
export { budgetComparisonTable, comparisonJson } from './budget-comparison/table.ts';
export { budgetStatus } from './budget-status/status.ts';
export { budgetStatusTable, exactStatusFigures } from './budget-status/table.ts';
export { course, type CourseRow, type MonthMovement } from './course/course.ts';
export { courseTable, exactCourseFigures } from './course/table.ts';
export * from './diff.ts';
export type { DocumentLine, DocumentStage } from './documents.ts';
export { execution } from './execution/execution.ts';
export { exactExecutionFigures, executionTable } from './execution/table.ts';
export * from './document-figures.ts';
export * from './explain.ts';
export * from './figure-history.ts';
export * from './figures.ts';
export * from './kpi.ts';
export { endingTotals, likelyToLapse } from './likely-to-lapse/likely-to-lapse.ts';
export { likelyToLapseTable } from './likely-to-lapse/table.ts';
export { GROUPINGS, type Grouping, type LineCell, cellsThrough } from './line-cells.ts';
export { ACCOUNT_MEASURES, changedLineCells, STATUS_MEASURES } from './line-diff.ts';
export * from './lists.ts';
export * from './months.ts';
export * from './parts.ts';
export { type PaidDocument, paymentDays } from './payment-days/payment-days.ts';
export { paymentDaysTable } from './payment-days/table.ts';
export * from './published-table.ts';
export * from './quarterly.ts';
export { type ReRunRow, reRunTable } from './re-run/table.ts';
export * from './reconcile.ts';
export {
  type PublishedReport,
  type RestatedReport,
  restatedIn,
  restatedJson,
} from './restatements/restatements.ts';
export { type RestatedCell, restatedCellJson, restatedCellsTable } from './restatements/restated-cells.ts';
export { restatementsTable } from './restatements/table.ts';
export { reportingRefusals } from './refusals.ts';
export * from './render-csv.ts';
export * from './render-text.ts';
export * from './table.ts';
export { exactTargetFigures, disbursementTargetsTable } from './targets/table.ts';
export { disbursementTargets, type MonthCell } from './targets/targets.ts';
export { accountStateOf, accountStateTable } from './states/account.ts';
export {
  documentLifeTable,
  type DocumentState,
  documentStatesTable,
  type DocumentStep,
  documentStepJson,
} from './states/documents.ts';
export {
  cellsOfTable,
  placeOf,
  type PrintedCells,
  type TracedChange,
  tracedChanges,
  type TracedStep,
  tracedTable,
} from './traced.ts';
export { transferReports } from './transfer-reports/transfer-reports.ts';
export { transferReportsTable } from './transfer-reports/table.ts';
export { yearEnd } from './year-end/year-end.ts';
export { exactYearEndFigures, yearEndTable } from './year-end/table.ts';
