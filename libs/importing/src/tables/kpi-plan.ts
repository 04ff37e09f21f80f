import type { Quarter } from '#kernel';
import type { TableForm } from '../source/read-table.ts';

const HOLDS = ['none', 'plan', 'result', 'plan+result'] as const;

export interface KpiPlanRow {
  readonly report: string;
  readonly kpi: string;
  readonly quarter: Quarter;
  readonly text?: string | undefined;
  readonly value?: string | undefined;
  /** What the printed cell holds; a result in a plan cell is no statement about the plan. */
  readonly holds: (typeof HOLDS)[number];
}

/** The plan cells of each KPI in each report. */
export const kpiPlanTable: TableForm<KpiPlanRow> = {
  file: 'kpi_plan.csv',
  columns: ['report_id', 'kpi_code', 'quarter', 'target_text_th', 'target_value', 'cell_holds'],
  key: ({ report, kpi, quarter }) => `report ${report}, KPI ${kpi}, ${quarter}`,
  read: (cells) => ({
    report: cells.code('report_id'),
    kpi: cells.code('kpi_code'),
    quarter: cells.quarter('quarter'),
    text: cells.text('target_text_th'),
    value: cells.figure('target_value'),
    holds: cells.needChoice('cell_holds', HOLDS),
  }),
};
