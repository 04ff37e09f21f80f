import type { SourceFile } from './index.ts';
import { rowsOf, withFile } from './sample.fixture.ts';

/** What an invented third report says of a project: cumulative in the summary, by quarter in the table. */
export interface InventedQuarter {
  readonly project: string;
  readonly quarter: 'Q1' | 'Q2' | 'Q3';
  /** Ten-thousandths of a million baht. */
  readonly disbursed: number;
  readonly committed: number;
}

/** The sample with a third report of June 2026, in which the given quarters differ and Q3 of all others is zero. */
export function withThirdReport(
  files: readonly SourceFile[],
  invented: readonly InventedQuarter[],
): SourceFile[] {
  const units = (text: string | undefined): number => Math.round(Number(text ?? '0') * 10_000);
  const print = (value: number): string => (value / 10_000).toFixed(4);
  const cells = rowsOf(files, 'quarterly.csv').map((row) => {
    const change = invented.find(
      (each) => each.project === row['project_code'] && each.quarter === row['quarter'],
    );
    const disbursed = change?.disbursed ?? units(row['disbursed_m']);
    const committed = change?.committed ?? units(row['committed_m']);
    return {
      project: row['project_code'] ?? '',
      quarter: row['quarter'] ?? '',
      plan: row['plan_m'] ?? '',
      disbursed,
      committed,
    };
  });
  const projects = [...new Set(cells.map(({ project }) => project))];
  const total = (project: string) =>
    cells.filter((cell) => cell.project === project && cell.quarter !== 'TOTAL');
  const quarterly = cells.map((cell) => {
    const parts = cell.quarter === 'TOTAL' ? total(cell.project) : [cell];
    const [d, c] = [sumOf(parts.map((part) => part.disbursed)), sumOf(parts.map((part) => part.committed))];
    const actuals = cell.quarter === 'Q4' ? ',,' : `${print(d + c)},${print(d)},${print(c)}`;
    return `${cell.project},${cell.quarter},${cell.plan},${actuals}`;
  });
  const budgets = new Map(rowsOf(files, 'summary.csv').map((row) => [row['project_code'], row['budget_m']]));
  const summary = projects.map((project) => {
    const parts = total(project);
    const [d, c] = [sumOf(parts.map((part) => part.disbursed)), sumOf(parts.map((part) => part.committed))];
    const plan = sumOf(parts.filter(({ quarter }) => quarter !== 'Q4').map((part) => units(part.plan)));
    return `Q3-2569,${project},${budgets.get(project) ?? ''},${print(plan)},${print(d + c)},${print(d)}`;
  });
  const more = (rows: readonly string[]) => (content: string) => `${content.trimEnd()}\n${rows.join('\n')}\n`;
  const header = 'project_code,quarter,plan_m,spent_m,disbursed_m,committed_m';
  let all = withFile(files, 'quarterly.csv', () => `${[header, ...quarterly].join('\n')}\n`);
  all = withFile(all, 'summary.csv', more(summary));
  all = withFile(all, 'reports.csv', more(['Q3-2569,2026-06-30,Third report,']));
  return withFile(all, 'project_status.csv', more(projects.map((project) => `Q3-2569,${project},late,,0,1`)));
}

const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
