import { budgetAccounts, disbursementMonths, entries, planVersusActual } from './budget-views.ts';
import { approvals, documents, outstandingCommitments } from './document-views.ts';
import { checkpointOf, controlPolicies, journal, organisations } from './log-views.ts';
import { kpiResults, kpis, publications, reports, reportStatuses } from './performance-views.ts';
import type { View } from './view.ts';

/** Everything that reporting programs may read, in the order of the documentation. */
export const viewsOf = (schema: string): readonly View[] => [
  organisations,
  budgetAccounts,
  planVersusActual,
  entries,
  documents,
  outstandingCommitments,
  disbursementMonths,
  kpis,
  kpiResults,
  reports,
  reportStatuses,
  publications,
  journal,
  controlPolicies,
  approvals,
  checkpointOf(schema),
];
