import type { CivilDate, Quarter } from '#kernel';
import type { TableForm } from '../source/read-table.ts';

export interface KpiResultRow {
  readonly report: string;
  readonly kpi: string;
  readonly quarter: Quarter;
  readonly text?: string | undefined;
  readonly value?: string | undefined;
  readonly cumulative?: boolean | undefined;
  readonly inPlan?: string | undefined;
  readonly outOfPlan?: string | undefined;
  readonly narrative?: string | undefined;
  readonly dataAsOf?: CivilDate | undefined;
  readonly achieved?: boolean | undefined;
  readonly periodFrom?: string | undefined;
  readonly periodTo?: string | undefined;
}

/** What each report says was reached; a quarter may have a running total beside its own figure. */
export const kpiResultsTable: TableForm<KpiResultRow> = {
  file: 'kpi_results.csv',
  columns: [
    ...['report_id', 'kpi_code', 'quarter', 'result_text_th', 'result_value', 'is_cumulative'],
    ...['in_plan_value', 'out_of_plan_value', 'narrative_th', 'data_as_of', 'achieved'],
    ...['period_from', 'period_to'],
  ],
  key: ({ report, kpi, quarter, cumulative }) =>
    `report ${report}, KPI ${kpi}, ${quarter}${cumulative === undefined ? '' : cumulative ? ' cumulative' : ' not cumulative'}`,
  read: (cells) => ({
    report: cells.code('report_id'),
    kpi: cells.code('kpi_code'),
    quarter: cells.quarter('quarter'),
    text: cells.text('result_text_th'),
    value: cells.figure('result_value'),
    cumulative: cells.truth('is_cumulative'),
    inPlan: cells.figure('in_plan_value'),
    outOfPlan: cells.figure('out_of_plan_value'),
    narrative: cells.text('narrative_th'),
    dataAsOf: cells.date('data_as_of'),
    achieved: cells.truth('achieved'),
    periodFrom: cells.month('period_from'),
    periodTo: cells.month('period_to'),
  }),
};
