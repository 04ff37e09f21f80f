import { type CivilDate, parseProjectCode, type Satang } from '#kernel';
import type { TableForm } from '../source/read-table.ts';

export interface ProjectRow {
  readonly project: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly programme?: string | undefined;
  readonly budget: Satang;
  /** Printed beside the budget; nobody says whether the budget is before or after it. */
  readonly cut?: Satang | undefined;
  readonly cutNote?: string | undefined;
  readonly start: CivilDate;
  readonly end: CivilDate;
}

/** The projects with their budgets. Persons responsible are never taken over. */
export const projectsTable: TableForm<ProjectRow> = {
  file: 'projects.csv',
  columns: [
    'code',
    'name_th',
    'name_en',
    'plan_th',
    'budget_m',
    'budget_cut_m',
    'budget_cut_note_th',
    'start',
    'end',
  ],
  key: ({ project }) => `project ${project}`,
  read: (cells) => ({
    project: cells.code('code', parseProjectCode),
    name: cells.needText('name_th', 500),
    nameEn: cells.text('name_en', 500),
    programme: cells.text('plan_th', 500),
    budget: cells.needAmount('budget_m'),
    cut: cells.amount('budget_cut_m'),
    cutNote: cells.text('budget_cut_note_th', 2000),
    start: cells.needDate('start'),
    end: cells.needDate('end'),
  }),
};
