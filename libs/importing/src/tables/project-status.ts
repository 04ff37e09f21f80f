import { PROJECT_STATUSES, type ProjectStatus } from '#performance';
import type { TableForm } from '../source/read-table.ts';

export interface ProjectStatusRow {
  readonly report: string;
  readonly project: string;
  readonly status: ProjectStatus;
  readonly text?: string | undefined;
  readonly achievedItems?: number | undefined;
}

/** The status that each report gives to each project. */
export const projectStatusTable: TableForm<ProjectStatusRow> = {
  file: 'project_status.csv',
  columns: ['report_id', 'project_code', 'status', 'status_text_th', 'achieved_items_stated'],
  key: ({ report, project }) => `report ${report}, project ${project}`,
  read: (cells) => ({
    report: cells.code('report_id'),
    project: cells.code('project_code'),
    status: cells.needChoice('status', PROJECT_STATUSES, 'status-unknown'),
    text: cells.text('status_text_th', 2000),
    achievedItems: cells.whole('achieved_items_stated'),
  }),
};
