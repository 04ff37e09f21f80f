import { parseProjectCode, type Satang } from '#kernel';
import type { TableForm } from '../source/read-table.ts';

/** What one budget document gives one line of one project. */
export interface BudgetRow {
  readonly document: string;
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
  /** What is expected to be there for the line. */
  readonly estimated?: Satang | undefined;
  /** What the line may use. */
  readonly allocated?: Satang | undefined;
}

/** The documents of a budget, split by fund source and category; at least one of the two amounts stands in a row. */
export const budgetTable: TableForm<BudgetRow> = {
  file: 'budget.csv',
  columns: ['document', 'project_code', 'fund_source', 'category', 'estimated_m', 'allocated_m'],
  key: ({ document, project, fundSource, category }) =>
    `document ${document}, project ${project}, ${fundSource}, ${category}`,
  read: (cells) => {
    const estimated = cells.unsignedAmount('estimated_m');
    return {
      document: cells.documentNumber('document'),
      project: cells.code('project_code', parseProjectCode),
      fundSource: cells.code('fund_source'),
      category: cells.code('category'),
      estimated,
      allocated:
        estimated === undefined ? cells.needAmount('allocated_m') : cells.unsignedAmount('allocated_m'),
    };
  },
};
