import { formatMillionBaht, type Satang, sum, ZERO } from '#kernel';
import type { SourceFile } from './index.ts';
import { million, rowsOf, withFile } from './sample.fixture.ts';

/** What an invented third report says of one quarter of a project, in million baht. */
export interface InventedQuarter {
  readonly project: string;
  readonly quarter: 'Q1' | 'Q2' | 'Q3';
  readonly disbursed: string;
  readonly committed: string;
}

interface Cell {
  readonly project: string;
  readonly quarter: string;
  readonly plan: string;
  readonly disbursed: Satang;
  readonly committed: Satang;
}

/** The sample with a third report of June 2026, in which the given quarters differ and Q3 of all others is zero. */
export function withThirdReport(
  files: readonly SourceFile[],
  invented: readonly InventedQuarter[],
): SourceFile[] {
  const cells = cellsOf(files, invented);
  const projects = [...new Set(cells.map(({ project }) => project))];
  const quartersOf = (project: string): Cell[] =>
    cells.filter((cell) => cell.project === project && cell.quarter !== 'TOTAL');
  const quarterly = cells.map((cell) => {
    const { project, quarter, plan } = cell;
    const parts = quarter === 'TOTAL' ? quartersOf(project) : [cell];
    return `${project},${quarter},${plan},${quarter === 'Q4' ? ',,' : actualsOf(parts).join(',')}`;
  });
  const budgets = new Map(rowsOf(files, 'summary.csv').map((row) => [row['project_code'], row['budget_m']]));
  const summary = projects.map((project) => {
    const parts = quartersOf(project);
    const [spent = '', disbursed = ''] = actualsOf(parts);
    const plan = print(parts.filter(({ quarter }) => quarter !== 'Q4').map((part) => million(part.plan)));
    return `Q3-2569,${project},${budgets.get(project) ?? ''},${plan},${spent},${disbursed}`;
  });
  const more = (rows: readonly string[]) => (content: string) => `${content.trimEnd()}\n${rows.join('\n')}\n`;
  const header = 'project_code,quarter,plan_m,spent_m,disbursed_m,committed_m';
  let all = withFile(files, 'quarterly.csv', () => `${[header, ...quarterly].join('\n')}\n`);
  all = withFile(all, 'summary.csv', more(summary));
  all = withFile(all, 'reports.csv', more(['Q3-2569,2026-06-30,Third report,']));
  return withFile(all, 'project_status.csv', more(projects.map((project) => `Q3-2569,${project},late,,0,1`)));
}

function cellsOf(files: readonly SourceFile[], invented: readonly InventedQuarter[]): Cell[] {
  return rowsOf(files, 'quarterly.csv').map((row) => {
    const [project = '', quarter = '', plan = ''] = [row['project_code'], row['quarter'], row['plan_m']];
    const change = invented.find((each) => each.project === project && each.quarter === quarter);
    const disbursed = amountOf(change?.disbursed ?? row['disbursed_m']);
    const committed = amountOf(change?.committed ?? row['committed_m']);
    return { project, quarter, plan, disbursed, committed };
  });
}

/** Spent, disbursed and committed of several quarters, as printed. */
const actualsOf = (cells: readonly Cell[]): string[] => [
  print(cells.flatMap(({ disbursed, committed }) => [disbursed, committed])),
  print(cells.map(({ disbursed }) => disbursed)),
  print(cells.map(({ committed }) => committed)),
];

const print = (amounts: readonly Satang[]): string => formatMillionBaht(sum(amounts));

const amountOf = (text: string | undefined): Satang =>
  text === undefined || text === '' ? ZERO : million(text);
