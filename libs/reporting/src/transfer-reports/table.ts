import { formatBaht } from '#kernel';
import { documentCells } from '../documents.ts';
import { figureColumn, type Table, textColumn } from '../table.ts';
import type { OwedReport } from './transfer-reports.ts';

/** Transfers that owe a report, with what is left of the time for it. */
export function transferReportsTable(
  rows: readonly OwedReport[],
  title: string,
  caption: readonly string[] = [],
): Table {
  return {
    title,
    caption: ['Unit: baht', ...caption],
    columns: [
      textColumn('project_code', 'Project'),
      textColumn('document', 'Transfer'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      textColumn('made_on', 'Made'),
      figureColumn('amount', 'Amount'),
      textColumn('status', 'Status'),
      textColumn('due_on', 'Report due'),
      textColumn('reported_on', 'Reported'),
      figureColumn('days_left', 'Days left'),
    ],
    rows: rows.map(({ transfer, status, reportedOn, daysLeft }) => {
      const { item: _item, ...names } = documentCells(transfer);
      return {
        ...names,
        made_on: transfer.madeOn,
        amount: formatBaht(transfer.amount),
        status,
        due_on: transfer.dueOn ?? undefined,
        reported_on: reportedOn,
        days_left: daysLeft === undefined ? undefined : String(daysLeft),
      };
    }),
    footnotes: [],
  };
}
