import type { CivilDate } from '#kernel';
import type { TableForm } from '../source/read-table.ts';

export interface ReportRow {
  readonly report: string;
  /** The day that the figures stand for; taken as the day on which the organisation learnt them. */
  readonly asOf: CivilDate;
  readonly title?: string | undefined;
}

/** The published reports, in any order; their dates decide which is the newest. */
export const reportsTable: TableForm<ReportRow> = {
  file: 'reports.csv',
  columns: ['report_id', 'as_of', 'title_th'],
  key: ({ report }) => `report ${report}`,
  read: (cells) => ({
    report: cells.code('report_id'),
    asOf: cells.needDate('as_of'),
    title: cells.text('title_th', 500),
  }),
};
