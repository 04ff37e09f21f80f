import type { CivilDate } from '#kernel';
import type { KpiCommand, RecordResult } from '#performance';
import type { Located } from '../source/read-table.ts';
import type { KpiResultRow } from '../tables/kpi-results.ts';
import type { KpiRow } from '../tables/kpis.ts';
import { freeNumber } from './account-desk.ts';
import { planKpiPlan } from './kpi-plan.ts';
import { originOf, type ReportPlan } from './planning.ts';

/** Plans what a report says of every KPI: what is measured and planned, then what was reached. */
export function planKpis(plan: ReportPlan): void {
  const { kpis, kpiPlan, kpiResults } = plan.planning.published;
  const mine = <Row extends { report: string; kpi: string }>(rows: readonly Row[]): Map<string, Row[]> =>
    Map.groupBy(
      rows.filter(({ report }) => report === plan.report.report),
      ({ kpi }) => kpi,
    );
  const [plans, results] = [mine(kpiPlan.rows), mine(kpiResults.rows)];
  const composites = new Set(kpis.rows.filter(({ kind }) => kind === 'composite').map(({ kpi }) => kpi));
  for (const row of kpis.rows) {
    const post = posterOf(plan, row.kpi);
    define(plan, row, composites, post);
    planKpiPlan(plan, row, plans.get(row.kpi) ?? [], post);
    for (const result of results.get(row.kpi) ?? []) record(plan, result, post);
  }
}

/** Plans a posting of a KPI that comes from a row. */
export type PostKpi = (command: KpiCommand, row: Located) => void;

const posterOf =
  ({ planning, report }: ReportPlan, kpi: string): PostKpi =>
  (command, row) =>
    planning.ledger.post(planning.kpiStream(kpi), command, originOf(row, report));

/** The first report that is taken over defines; targets hold from the first day of the year. */
function define(
  { planning }: ReportPlan,
  row: KpiRow & Located,
  composites: ReadonlySet<string>,
  post: PostKpi,
): void {
  const { state } = planning.kpiStream(row.kpi);
  const effectiveOn = planning.frame.first;
  if (!state.definition) post(definition(planning, row, composites, effectiveOn), row);
  if (state.target || row.targetText === undefined) return;
  const { targetOperator: operator, targetValue: value, targetText: text } = row;
  post({ type: 'set-target', operator, value, text, effectiveOn }, row);
}

function definition(
  { known, frame }: ReportPlan['planning'],
  row: KpiRow,
  composites: ReadonlySet<string>,
  effectiveOn: CivilDate,
): KpiCommand {
  const { kpi, project, name, nameEn, authority, kind, accumulation, unit, unitEn, note } = row;
  const { basic, standard, advanced } = row;
  const whole = /^(.+)[a-z]$/.exec(kpi)?.[1];
  return {
    type: 'define-kpi',
    organisation: known.organisation,
    fiscalYear: frame.fiscalYear,
    ...{ kpi, project, name, nameEn, authority, kind, accumulation, unit, unitEn, note },
    partOf: whole !== undefined && composites.has(whole) ? whole : undefined,
    tiers: (basic ?? standard ?? advanced) ? { basic, standard, advanced } : undefined,
    effectiveOn,
  };
}

function record({ planning, report }: ReportPlan, row: KpiResultRow & Located, post: PostKpi): void {
  const { state } = planning.kpiStream(row.kpi);
  const taken = (number: string): boolean => state.results.has(number);
  const { quarter, value, text, cumulative, inPlan, outOfPlan, narrative, dataAsOf, periodFrom, periodTo } =
    row;
  const content = {
    quarter,
    value,
    text,
    cumulative,
    inPlan,
    outOfPlan,
    narrative,
    dataAsOf,
    periodFrom,
    periodTo,
  };
  const command: RecordResult = {
    type: 'record-result',
    result: taken(report.report) ? freeNumber(`${report.report}/${quarter}`, taken) : report.report,
    ...content,
    effectiveOn: report.asOf,
  };
  post(command, row);
  if (row.achieved !== true || state.achieved !== undefined) return;
  const status = planning.published.projectStatus.rows.find(
    (line) => line.report === report.report && line.project === state.definition?.project,
  );
  post({ type: 'mark-achieved', quarter, note: status?.text, effectiveOn: report.asOf }, row);
}
