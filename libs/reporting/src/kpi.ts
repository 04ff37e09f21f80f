import type { Quarter } from '#kernel';
import { figureColumn, type Row, type Table, textColumn } from './table.ts';

/** What the report needs of a KPI's progress; figures in the unit of the KPI, percentages with two decimals. */
export interface KpiLine {
  readonly definition: {
    readonly kpi: string;
    readonly project: string;
    readonly name: string;
    readonly kind: string;
    readonly unit?: string | undefined;
    readonly accumulation?: string | undefined;
    readonly partOf?: string | undefined;
  };
  readonly target?:
    | { readonly operator?: string | undefined; readonly value?: string | undefined; readonly text: string }
    | undefined;
  readonly quarters: readonly KpiQuarterLine[];
}

export interface KpiQuarterLine {
  readonly quarter: Quarter;
  readonly plan?: { readonly value?: string | undefined; readonly text?: string | undefined } | undefined;
  readonly planToDate?: string | undefined;
  readonly result?:
    | {
        readonly value?: string | undefined;
        readonly text?: string | undefined;
        readonly inPlan?: string | undefined;
        readonly outOfPlan?: string | undefined;
        readonly narrative?: string | undefined;
        readonly dataAsOf?: string | undefined;
        readonly unplanned?: true | undefined;
      }
    | undefined;
  readonly cumulative?: string | undefined;
  readonly ofPlan?: string | undefined;
  readonly ofPlanToDate?: string | undefined;
  readonly ofTarget?: string | undefined;
  readonly status: string;
}

/** Plan, result and progress: one row per KPI and quarter, parts of a composite after it. */
export function kpiTable(kpis: readonly KpiLine[], title: string, caption: readonly string[]): Table {
  return {
    title,
    caption: ['Percentages: of the plan of the quarter, of the plan to date, of the target', ...caption],
    columns: [
      textColumn('kpi_code', 'KPI'),
      textColumn('project_code', 'Project'),
      textColumn('name', 'Name'),
      textColumn('quarter', 'Quarter'),
      textColumn('unit', 'Unit'),
      textColumn('target_op', ''),
      figureColumn('target', 'Target'),
      figureColumn('plan', 'Plan'),
      figureColumn('plan_to_date', 'Plan to date'),
      figureColumn('result', 'Result'),
      figureColumn('in_plan', 'In plan'),
      figureColumn('out_of_plan', 'Out of plan'),
      figureColumn('result_to_date', 'Result to date'),
      figureColumn('of_plan_percent', '% of plan'),
      figureColumn('of_plan_to_date_percent', '% to date'),
      figureColumn('of_target_percent', '% of target'),
      textColumn('status', 'Status'),
      textColumn('result_text', 'In words'),
      textColumn('plan_text', 'Plan in words'),
      textColumn('target_text', 'Target in words'),
      textColumn('data_as_of', 'Data as of'),
      textColumn('narrative', 'Narrative'),
    ],
    rows: kpis.flatMap((kpi) => kpi.quarters.map((quarter) => rowOf(kpi, quarter))),
    footnotes: [],
  };
}

function rowOf({ definition, target }: KpiLine, { quarter, plan, result, ...rest }: KpiQuarterLine): Row {
  return {
    kpi_code: definition.kpi,
    project_code: definition.project,
    name: definition.name,
    quarter,
    unit: definition.unit,
    target_op: target?.operator,
    target: target?.value,
    plan: plan?.value,
    plan_to_date: rest.planToDate,
    result: result?.value,
    in_plan: result?.inPlan,
    out_of_plan: result?.outOfPlan,
    result_to_date: rest.cumulative,
    of_plan_percent: rest.ofPlan,
    of_plan_to_date_percent: rest.ofPlanToDate,
    of_target_percent: rest.ofTarget,
    status: rest.status,
    result_text: result?.text,
    plan_text: plan?.text,
    target_text: target?.text,
    data_as_of: result?.dataAsOf,
    narrative: result?.narrative,
  };
}
