import type { Satang } from '#kernel';
import type { TableForm } from '../source/read-table.ts';

export interface SummaryRow {
  readonly report: string;
  readonly project: string;
  readonly budget: Satang;
  /** Cumulative to the quarter of the report, like the two that follow. */
  readonly plan: Satang;
  readonly spent: Satang;
  readonly disbursed: Satang;
}

/** What each report says of each project, cumulative. */
export const summaryTable: TableForm<SummaryRow> = {
  file: 'summary.csv',
  columns: ['report_id', 'project_code', 'budget_m', 'plan_m', 'spent_m', 'disbursed_m'],
  key: ({ report, project }) => `report ${report}, project ${project}`,
  read: (cells) => ({
    report: cells.code('report_id'),
    project: cells.code('project_code'),
    budget: cells.needAmount('budget_m'),
    plan: cells.needAmount('plan_m'),
    spent: cells.needAmount('spent_m'),
    disbursed: cells.needAmount('disbursed_m'),
  }),
};
