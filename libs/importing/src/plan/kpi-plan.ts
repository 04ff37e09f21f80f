import { type CivilDate, type Quarter, QUARTERS } from '#kernel';
import { compareFigures, type PlannedQuarter, type PlannedQuarters } from '#performance';
import type { Located } from '../source/read-table.ts';
import type { KpiPlanRow } from '../tables/kpi-plan.ts';
import type { KpiRow } from '../tables/kpis.ts';
import type { PostKpi } from './kpis.ts';
import type { ReportPlan } from './planning.ts';

interface Revision {
  readonly quarter: Quarter;
  readonly from: PlannedQuarter | undefined;
  readonly to: PlannedQuarter | undefined;
}

/** Plans the quarters of a KPI with the first report that prints them; later reports revise what they change. */
export function planKpiPlan(
  { planning, report, before }: ReportPlan,
  kpi: KpiRow & Located,
  rows: readonly (KpiPlanRow & Located)[],
  post: PostKpi,
): void {
  const { plan } = planning.kpiStream(kpi.kpi).state;
  const revisions = QUARTERS.flatMap((quarter) => {
    const row = rows.find((each) => each.quarter === quarter);
    return row ? revisionOf(row, plan?.[quarter]) : [];
  });
  const [first] = revisions;
  if (!first) return;
  const quarters = revised(plan ?? {}, revisions);
  const row = rows.find((each) => each.quarter === first.quarter) ?? kpi;
  if (!plan) return post({ type: 'set-plan', quarters, effectiveOn: planning.frame.first }, row);
  post({ type: 'revise-plan', quarters, ...why(report.report, before?.report, revisions, report.asOf) }, row);
}

/**
 * A cell that holds a result says nothing about the plan, and another wording of the same figure is no
 * other plan. A cell without anything withdraws what was planned.
 */
function revisionOf(row: KpiPlanRow, from: PlannedQuarter | undefined): Revision[] {
  const { quarter, value, text, holds } = row;
  if (holds === 'result') return [];
  if (holds === 'none') return from ? [{ quarter, from, to: undefined }] : [];
  const to = { value, text };
  if (!from) return [{ quarter, from, to }];
  if (from.value === undefined || value === undefined) return [];
  return compareFigures(from.value, value) === 0 ? [] : [{ quarter, from, to }];
}

function revised(plan: PlannedQuarters, revisions: readonly Revision[]): PlannedQuarters {
  const changed = new Map(revisions.map(({ quarter, to }) => [quarter, to]));
  return Object.fromEntries(
    QUARTERS.map(
      (quarter) => [quarter, changed.has(quarter) ? changed.get(quarter) : plan[quarter]] as const,
    ).filter(([, planned]) => planned !== undefined),
  );
}

function why(
  report: string,
  before: string | undefined,
  revisions: readonly Revision[],
  effectiveOn: CivilDate,
): { reason: string; effectiveOn: CivilDate } {
  const changes = revisions.map(({ quarter, from, to }) => `${quarter} from ${shown(from)} to ${shown(to)}`);
  const reason = `Report ${report} prints another plan than ${before ?? 'the ledger has'}: ${changes.join(', ')}`;
  return { reason, effectiveOn };
}

const shown = (planned: PlannedQuarter | undefined): string => planned?.value ?? planned?.text ?? 'none';
