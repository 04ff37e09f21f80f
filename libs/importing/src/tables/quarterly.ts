import { QUARTERS, type Quarter, type Satang } from '#kernel';
import type { TableForm } from '../source/read-table.ts';

export interface Actuals {
  readonly spent: Satang;
  readonly disbursed: Satang;
  /** Net movement; negative when more was liquidated or released than newly obliged. */
  readonly committed: Satang;
}

export interface QuarterlyRow {
  readonly project: string;
  readonly quarter: Quarter | 'TOTAL';
  readonly plan: Satang;
  readonly spent?: Satang | undefined;
  readonly disbursed?: Satang | undefined;
  readonly committed?: Satang | undefined;
}

/** What the newest report says of each project and quarter. */
export const quarterlyTable: TableForm<QuarterlyRow> = {
  file: 'quarterly.csv',
  columns: ['project_code', 'quarter', 'plan_m', 'spent_m', 'disbursed_m', 'committed_m'],
  key: ({ project, quarter }) => `project ${project}, ${quarter}`,
  read: (cells) => ({
    project: cells.code('project_code'),
    quarter: cells.needChoice('quarter', [...QUARTERS, 'TOTAL'], 'quarter-unknown'),
    plan: cells.needAmount('plan_m'),
    spent: cells.amount('spent_m'),
    disbursed: cells.amount('disbursed_m'),
    committed: cells.amount('committed_m'),
  }),
};

/** The three figures together, or nothing where any is blank. */
export function actualsOf({ spent, disbursed, committed }: QuarterlyRow): Actuals | undefined {
  if (spent === undefined || disbursed === undefined || committed === undefined) return undefined;
  return { spent, disbursed, committed };
}
