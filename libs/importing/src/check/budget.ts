import { type FiscalCalendar, formatBaht, type Satang, sum, ZERO } from '#kernel';
import type { Findings } from '../fault.ts';
import type { Published } from '../published.ts';
import type { Located } from '../source/read-table.ts';
import type { BudgetRow } from '../tables/budget.ts';
import { checkProjectDates, rowMissing, type Year, yearOf } from './frame.ts';

type Tables = Pick<Published, 'projects' | 'budget'>;

/** The year of a budget is that of its projects; nothing when there is no project to go by. */
export function budgetYear(
  { projects }: Tables,
  calendar: FiscalCalendar,
  findings: Findings,
): Year | undefined {
  const [first] = projects.rows;
  if (!first) {
    if (!projects.broken) rowMissing(projects.file, 'a project', findings);
    return undefined;
  }
  const year = yearOf(first.start, calendar);
  checkProjectDates(projects, year, findings);
  return year;
}

/** Every document speaks of a known project, and the documents of a project allocate its printed budget. */
export function checkBudget({ projects, budget }: Tables, findings: Findings): void {
  const known = new Set(projects.rows.map(({ project }) => project));
  for (const { file, line, project } of projects.broken ? [] : budget.rows) {
    if (known.has(project)) continue;
    const expected = `a project of ${projects.file}`;
    findings.fault(
      { file, line, column: 'project_code' },
      { code: 'unknown-project', given: project, expected },
    );
  }
  if (budget.broken) return;
  for (const { file, line, project, budget: printed } of projects.rows) {
    const documents = documentsOf(budget.rows, project);
    if (documents.length === 0) {
      const found = `the row for project ${project} is missing`;
      findings.fault(
        { file: budget.file, line: 1 },
        { code: 'row-missing', found, expected: 'it in the table' },
      );
      continue;
    }
    const allocated = allocatedBy(documents);
    if (allocated === printed) continue;
    const found = `the documents of ${budget.file} allocate ${formatBaht(allocated)} baht to ${project}`;
    const expected = `the printed budget of ${formatBaht(printed)} baht`;
    findings.fault({ file, line, column: 'budget_m' }, { code: 'budget-differs', found, expected });
  }
}

/** The rows of one project, in the order of the table. */
export const documentsOf = (
  rows: readonly (BudgetRow & Located)[],
  project: string,
): (BudgetRow & Located)[] => rows.filter((row) => row.project === project);

export const allocatedBy = (rows: readonly BudgetRow[]): Satang =>
  sum(rows.map(({ allocated }) => allocated ?? ZERO));
