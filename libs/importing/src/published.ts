import type { Findings } from './fault.ts';
import { isPlainName, limits, type SourceFile } from './source/source-file.ts';
import { readTable, type Table, type TableForm } from './source/read-table.ts';
import { budgetTable } from './tables/budget.ts';
import { kpiPlanTable } from './tables/kpi-plan.ts';
import { kpiResultsTable } from './tables/kpi-results.ts';
import { kpisTable } from './tables/kpis.ts';
import { organisationTable } from './tables/organisation.ts';
import { projectStatusTable } from './tables/project-status.ts';
import { projectsTable } from './tables/projects.ts';
import { quarterlyTable } from './tables/quarterly.ts';
import { reportsTable } from './tables/reports.ts';
import { summaryTable } from './tables/summary.ts';

const forms = {
  organisation: organisationTable,
  projects: projectsTable,
  budget: budgetTable,
  reports: reportsTable,
  summary: summaryTable,
  quarterly: quarterlyTable,
  kpis: kpisTable,
  kpiPlan: kpiPlanTable,
  kpiResults: kpiResultsTable,
  projectStatus: projectStatusTable,
} as const;

type Content<Form> = Form extends TableForm<infer Row> ? Row : never;

/** The tables of a folder; one that is not there has no rows. */
export type Published = { readonly [Name in keyof typeof forms]: Table<Content<(typeof forms)[Name]>> };

const NEEDED = [projectsTable.file, reportsTable.file, summaryTable.file, quarterlyTable.file];
/** All of them or none: the KPIs beside the money. */
const TOGETHER = [kpisTable.file, kpiPlanTable.file, kpiResultsTable.file, projectStatusTable.file];
/** What a folder of budget documents needs; nothing of the reports may lie beside it. */
const OF_BUDGET = [projectsTable.file, budgetTable.file];
const OF_REPORTS = [reportsTable.file, summaryTable.file, quarterlyTable.file, ...TOGETHER];
const KNOWN: ReadonlySet<string> = new Set(Object.values(forms).map(({ file }) => file));

/** The files that are taken over, in the order of their names. */
export const usedFiles = (files: readonly SourceFile[]): SourceFile[] =>
  files
    .filter(({ name }) => KNOWN.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** Whether the folder holds the documents of a budget, rather than what reports printed of one. */
export const holdsBudget = (files: readonly SourceFile[]): boolean =>
  files.some(({ name }) => name === budgetTable.file);

/** Reads every table of the folder and lists all faults of form. */
export function readFolder(files: readonly SourceFile[], findings: Findings): Published {
  const { usable, present } = usableFiles(files, findings);
  checkPresence(present, findings);
  const read = <Row>(form: TableForm<Row>): Table<Row> => {
    const source = usable.get(form.file);
    return source
      ? readTable(form, source, findings)
      : { file: form.file, rows: [], broken: present.has(form.file) };
  };
  return {
    organisation: read(forms.organisation),
    projects: read(forms.projects),
    budget: read(forms.budget),
    reports: read(forms.reports),
    summary: read(forms.summary),
    quarterly: read(forms.quarterly),
    kpis: read(forms.kpis),
    kpiPlan: read(forms.kpiPlan),
    kpiResults: read(forms.kpiResults),
    projectStatus: read(forms.projectStatus),
  };
}

interface Files {
  readonly usable: Map<string, SourceFile>;
  /** Also those that are there but cannot be used. */
  readonly present: Set<string>;
}

function usableFiles(files: readonly SourceFile[], findings: Findings): Files {
  const [usable, present] = [new Map<string, SourceFile>(), new Set<string>()];
  if (files.length > limits.files) {
    const found = `the folder holds ${files.length} files`;
    const expected = `at most ${limits.files}`;
    findings.fault({ file: '.', line: 1 }, { code: 'too-many-files', found, expected });
  }
  for (const source of files.slice(0, limits.files)) {
    const place = { file: source.name.slice(0, 128), line: 1 };
    if (!isPlainName(source.name)) {
      const expected = 'a plain file name without a path';
      findings.fault(place, { code: 'file-name-refused', given: source.name, expected });
    } else if (!KNOWN.has(source.name)) {
      findings.note({ file: source.name }, 'file-ignored', `${source.name} is not taken over.`);
    } else if (present.has(source.name)) {
      findings.fault(place, { code: 'file-duplicate', given: source.name, expected: 'each file once' });
    } else {
      present.add(source.name);
      if (withinSize(source, findings)) usable.set(source.name, source);
    }
  }
  return { usable, present };
}

function withinSize({ name, content }: SourceFile, findings: Findings): boolean {
  if (content.length <= limits.fileLength) return true;
  const found = `the file has ${content.length} characters`;
  const expected = `at most ${limits.fileLength}`;
  findings.fault({ file: name, line: 1 }, { code: 'file-too-large', found, expected });
  return false;
}

function checkPresence(present: ReadonlySet<string>, findings: Findings): void {
  if (present.size === 0) {
    const expected = `the files ${NEEDED.join(', ')}, or ${OF_BUDGET.join(' and ')}`;
    const found = 'the folder holds none of the tables';
    findings.fault({ file: '.', line: 1 }, { code: 'folder-empty', found, expected });
    return;
  }
  if (present.has(budgetTable.file)) {
    checkBudgetFiles(present, findings);
    return;
  }
  const together = TOGETHER.filter((file) => present.has(file));
  const needed = together.length > 0 ? [...NEEDED, ...TOGETHER] : NEEDED;
  for (const file of needed.filter((name) => !present.has(name))) {
    const found = `the file ${file} is missing`;
    const expected = TOGETHER.includes(file) ? `it beside ${together.join(', ')}` : 'it in the folder';
    findings.fault({ file, line: 1 }, { code: 'file-missing', found, expected });
  }
}

function checkBudgetFiles(present: ReadonlySet<string>, findings: Findings): void {
  for (const file of OF_REPORTS.filter((name) => present.has(name))) {
    const found = `the table of a report lies beside ${budgetTable.file}`;
    const expected = 'the documents of a budget and the reports on it in folders of their own';
    findings.fault({ file, line: 1 }, { code: 'tables-mixed', found, expected });
  }
  for (const file of OF_BUDGET.filter((name) => !present.has(name))) {
    const found = `the file ${file} is missing`;
    findings.fault(
      { file, line: 1 },
      { code: 'file-missing', found, expected: `it beside ${budgetTable.file}` },
    );
  }
}
