import { streams } from '#kernel';
import { type DateReport, quarterlyReport } from '#performance';
import { digestOf, printDigest } from '../report-digest.ts';
import { planKpis } from './kpis.ts';
import { planMoney } from './money.ts';
import { originOf, type ReportPlan } from './planning.ts';
import { openNewProjects } from './setup.ts';

/** Plans all that one report says, booked on its date: that it appeared, the money, the KPIs, the statuses. */
export function planReport(plan: ReportPlan): void {
  const { planning, report } = plan;
  const { published, frame, known, ledger, states } = planning;
  const { organisation } = known;
  const target = {
    decider: quarterlyReport,
    stream: streams.quarterlyReport(organisation, frame.fiscalYear, report.report),
    state: states.reports.get(report.report) ?? quarterlyReport.initial(),
  };
  ledger.post(target, dated(plan), originOf(report, report));
  openNewProjects(planning, report);
  planMoney(plan);
  planKpis(plan);
  for (const row of published.projectStatus.rows) {
    if (row.report !== report.report) continue;
    const { project, status, text, achievedItems } = row;
    const command = {
      type: 'report-status',
      project,
      status,
      text,
      achievedItems,
      effectiveOn: report.asOf,
    } as const;
    ledger.post(target, command, originOf(row, report));
  }
}

function dated({ planning, report: row }: ReportPlan): DateReport {
  const { published, frame, known } = planning;
  const { report, asOf, quarter, title } = row;
  const sourceDigest = printDigest(digestOf(published, report, row === frame.newest));
  const { organisation } = known;
  const names = { organisation, fiscalYear: frame.fiscalYear, report, quarter };
  return { type: 'date-report', ...names, asOf, title, sourceDigest, effectiveOn: asOf };
}
