import { compareText, QUARTERS } from '#kernel';
import type { Findings } from '../fault.ts';
import type { Published } from '../published.ts';
import type { Located, Table } from '../source/read-table.ts';
import { summaryRow } from './quarters.ts';

/** Every name stands for a row of its own table, and every row that must be there is. */
export function checkReferences(published: Published, findings: Findings): void {
  checkNames(published, findings);
  checkComplete(published, findings);
}

function checkNames(published: Published, findings: Findings): void {
  const { projects, reports, kpis, summary, quarterly, kpiPlan, kpiResults, projectStatus } = published;
  const project = namesOf(projects, (row) => row.project);
  const report = namesOf(reports, (row) => row.report);
  const kpi = namesOf(kpis, (row) => row.kpi);
  const check = (names: Names, row: Located, column: string, given: string, kind: Kind): void => {
    if (names.broken || names.all.has(given)) return;
    const expected = `a ${kind === 'kpi' ? 'KPI' : kind} of ${names.file}`;
    findings.fault({ file: row.file, line: row.line, column }, { code: `unknown-${kind}`, given, expected });
  };
  for (const row of [...summary.rows, ...projectStatus.rows]) {
    check(report, row, 'report_id', row.report, 'report');
    check(project, row, 'project_code', row.project, 'project');
  }
  for (const row of [...quarterly.rows, ...kpis.rows]) {
    check(project, row, 'project_code', row.project, 'project');
  }
  for (const row of [...kpiPlan.rows, ...kpiResults.rows]) {
    check(report, row, 'report_id', row.report, 'report');
    check(kpi, row, 'kpi_code', row.kpi, 'kpi');
  }
}

type Kind = 'project' | 'report' | 'kpi';

interface Names {
  readonly file: string;
  readonly all: ReadonlySet<string>;
  readonly broken: boolean;
}

const namesOf = <Row>({ file, rows, broken }: Table<Row>, name: (row: Row) => string): Names => ({
  file,
  all: new Set(rows.map(name)),
  broken,
});

function checkComplete(published: Published, findings: Findings): void {
  const { projects, reports, summary, quarterly, kpiPlan, projectStatus } = published;
  const quarters = [...QUARTERS, 'TOTAL'] as const;
  const inOrder = [...reports.rows].sort((a, b) => compareText(a.asOf, b.asOf));
  const perReport = projects.rows.flatMap(({ file, line, project }) => {
    const first = inOrder.findIndex((report) => summaryRow(published, report, project));
    if (first > 0) noteNewProject({ file, line }, project, inOrder[first]?.report ?? '', findings);
    return inOrder.slice(Math.max(first, 0)).map(({ report }) => ({ report, project }));
  });
  const reportAndProject = (row: { report: string; project: string }): string =>
    `report ${row.report}, project ${row.project}`;
  requireRows(summary, reportAndProject, perReport, findings);
  requireRows(
    quarterly,
    ({ project, quarter }) => `project ${project}, ${quarter}`,
    projects.rows.flatMap(({ project }) => quarters.map((quarter) => ({ project, quarter }))),
    findings,
  );
  if (projectStatus.rows.length > 0) requireRows(projectStatus, reportAndProject, perReport, findings);
  requireRows(
    kpiPlan,
    ({ report, kpi, quarter }) => `report ${report}, KPI ${kpi}, ${quarter}`,
    kpiPlan.rows.flatMap(({ report, kpi }) => QUARTERS.map((quarter) => ({ report, kpi, quarter }))),
    findings,
  );
}

function noteNewProject({ file, line }: Located, project: string, report: string, findings: Findings): void {
  findings.note(
    { file, line },
    'project-appears',
    `${file} line ${line}: ${project} appears with report ${report}; the reports before do not print it.`,
  );
}

/** A missing row stands nowhere; the header's line is named. A table with faulty rows is not asked. */
function requireRows<Row extends Key, Key>(
  { file, rows, broken }: Table<Row>,
  name: (key: Key) => string,
  needed: readonly Key[],
  findings: Findings,
): void {
  if (broken) return;
  const there = new Set(rows.map(name));
  for (const key of new Set(needed.map(name))) {
    if (there.has(key)) continue;
    const found = `the row for ${key} is missing`;
    findings.fault({ file, line: 1 }, { code: 'row-missing', found, expected: 'it in the table' });
  }
}
