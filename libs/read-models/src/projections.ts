import { approvals } from './approvals/approvals.ts';
import { controlPolicies } from './control-policies/control-policies.ts';
import { disbursementMonths } from './disbursement-months/projection.ts';
import { documents } from './documents/projection.ts';
import { journal } from './journal/journal.ts';
import { kpiScoreboard } from './kpi-scoreboard/projection.ts';
import { organisations } from './organisations/organisations.ts';
import { planVersusActual } from './plan-versus-actual/projection.ts';
import { publishedReports } from './published-reports/published-reports.ts';
import type { Projection } from './projection.ts';

/** All read models, in the order in which an event reaches them; organisations first, the rest reads their calendar. */
export const projections: readonly Projection[] = [
  organisations,
  planVersusActual,
  disbursementMonths,
  documents,
  controlPolicies,
  approvals,
  kpiScoreboard,
  publishedReports,
  journal,
];
