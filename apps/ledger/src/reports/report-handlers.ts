import { AgeingHandler } from './ageing.query.ts';
import { BudgetBookHandler } from './budget-book.query.ts';
import { BudgetComparisonHandler } from './budget-comparison.query.ts';
import { BudgetStatusHandler } from './budget-status.query.ts';
import { CourseHandler } from './course.query.ts';
import { DiffHandler } from './diff.query.ts';
import { DisbursementTargetsHandler } from './disbursement-targets.query.ts';
import { ExecutionHandler } from './execution.query.ts';
import { ExplainDocumentHandler } from './explain-document.query.ts';
import { ExplainHandler } from './explain.query.ts';
import { KpiReportHandler } from './kpi.query.ts';
import { LikelyToLapseHandler } from './likely-to-lapse.query.ts';
import { PaymentDaysHandler } from './payment-days.query.ts';
import { QuarterlyReportHandler } from './quarterly.query.ts';
import { ReconcileHandler } from './reconcile.query.ts';
import { RestatedCellsHandler } from './restated-cells.query.ts';
import { StatusReportHandler } from './status.query.ts';
import { TransferReportsHandler } from './transfer-reports.query.ts';
import { YearEndHandler } from './year-end.query.ts';

/** What answers the reports: one handler a question. */
export const REPORT_HANDLERS = [
  QuarterlyReportHandler,
  BudgetBookHandler,
  KpiReportHandler,
  StatusReportHandler,
  ExplainHandler,
  CourseHandler,
  RestatedCellsHandler,
  ExplainDocumentHandler,
  DiffHandler,
  ReconcileHandler,
  BudgetStatusHandler,
  BudgetComparisonHandler,
  ExecutionHandler,
  DisbursementTargetsHandler,
  YearEndHandler,
  AgeingHandler,
  LikelyToLapseHandler,
  PaymentDaysHandler,
  TransferReportsHandler,
];
