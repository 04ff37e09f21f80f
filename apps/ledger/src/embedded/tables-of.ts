import { type ChosenRule, FindingBook } from '#audit-rules';
import {
  ComparisonQueries,
  ControlPolicyQueries,
  DisbursementMonthsQueries,
  DocumentQueries,
  EffectiveQueries,
  ApprovalQueries,
  JournalQueries,
  KpiScoreboardQueries,
  MonthFigureQueries,
  OrganisationQueries,
  OutstandingCommitmentsQueries,
  PlanVersusActualQueries,
  PublishedReportsQueries,
  type Projector,
} from '#read-models';

/** The queries of all read models over one file of them. */
export const tablesOf = ({ database }: Projector, auditRules: readonly ChosenRule[]) => ({
  planVersusActual: new PlanVersusActualQueries(database),
  effective: new EffectiveQueries(database),
  comparisons: new ComparisonQueries(database),
  monthFigures: new MonthFigureQueries(database),
  commitments: new OutstandingCommitmentsQueries(database),
  documents: new DocumentQueries(database),
  months: new DisbursementMonthsQueries(database),
  policies: new ControlPolicyQueries(database),
  kpis: new KpiScoreboardQueries(database),
  reports: new PublishedReportsQueries(database),
  approvals: new ApprovalQueries(database),
  journal: new JournalQueries(database),
  organisations: new OrganisationQueries(database),
  findings: new FindingBook(database, auditRules),
});

export type Tables = ReturnType<typeof tablesOf>;
