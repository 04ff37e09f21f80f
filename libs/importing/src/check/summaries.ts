import { quartersUpTo, type Satang, satang, subtract, sum } from '#kernel';
import type { Findings } from '../fault.ts';
import type { FaultCode } from '../fault-codes.ts';
import type { Published } from '../published.ts';
import type { Located } from '../source/read-table.ts';
import type { ProjectRow } from '../tables/projects.ts';
import type { SummaryRow } from '../tables/summary.ts';
import type { Frame, Report } from './frame.ts';
import { at, million, quartersOf, summaryRow } from './quarters.ts';
import { isWithinRounding } from './rounding.ts';

/** The summaries agree with the budgets, with themselves and, for reports that are new, with the quarters. */
export function checkSummaries(
  published: Published,
  frame: Frame | undefined,
  isNew: (report: string) => boolean,
  findings: Findings,
): void {
  for (const project of published.projects.rows) checkBudgets(project, published, findings);
  for (const row of published.summary.rows) {
    if (row.spent < row.disbursed) {
      const expected = `at least ${million(row.disbursed)}, since spent includes disbursed`;
      findings.fault(at(row, 'spent_m'), {
        code: 'spent-below-disbursed',
        given: million(row.spent),
        expected,
      });
    }
    if (frame && isNew(row.report)) {
      noteRevisedBudget(row, published, frame, findings);
      checkAgainstQuarters(row, published, frame, findings);
    }
  }
}

/** A budget may change from report to report, and projects.csv prints one of those that it was. */
function checkBudgets({ project, budget }: ProjectRow, { summary }: Published, findings: Findings): void {
  const rows = summary.rows.filter((row) => row.project === project);
  if (rows.some((row) => row.budget === budget)) return;
  for (const row of rows) {
    const expected = `${million(budget)} as in projects.csv`;
    findings.fault(at(row, 'budget_m'), { code: 'budget-differs', given: million(row.budget), expected });
  }
}

function noteRevisedBudget(
  row: SummaryRow & Located,
  published: Published,
  { reports }: Frame,
  findings: Findings,
): void {
  const before = reports[reports.findIndex(({ report }) => report === row.report) - 1];
  const earlier = before && summaryRow(published, before, row.project);
  if (!earlier || earlier.budget === row.budget) return;
  const { file, line, report, project, budget } = row;
  const posted = budget > earlier.budget ? 'a supplement' : 'a cut';
  findings.note(
    { file, line, column: 'budget_m' },
    'budget-revised',
    `${file} line ${line}, column budget_m: report ${report} prints ${million(budget)} for ${project}, against ${million(earlier.budget)} in ${earlier.report}; the difference is posted as ${posted}.`,
  );
}

/** An earlier report may have known other figures of a quarter, and planned otherwise. */
function checkAgainstQuarters(
  row: SummaryRow & Located,
  published: Published,
  { reports, newest }: Frame,
  findings: Findings,
): void {
  const report = reports.find((candidate) => candidate.report === row.report);
  if (!report) return;
  const rows = quartersOf(published, row.project);
  const quarters = quartersUpTo(report.quarter);
  for (const [measure, column, code] of MEASURES) {
    if (measure !== 'plan' && report !== newest) continue;
    const parts = quarters.flatMap((quarter) => rows.get(quarter)?.[measure] ?? []);
    if (parts.length < quarters.length) continue;
    if (report !== newest && !isWithinRounding(row.plan, parts))
      noteRevisedPlan(row, parts, newest, findings);
    else compare(row, column, code, row[measure], parts, findings);
  }
}

function noteRevisedPlan(
  { file, line, report, project, plan }: SummaryRow & Located,
  parts: readonly Satang[],
  newest: Report,
  findings: Findings,
): void {
  findings.note(
    { file, line, column: 'plan_m' },
    'plan-revised',
    `${file} line ${line}, column plan_m: report ${report} prints ${million(plan)} for ${project}, against ${million(sum(parts))} of the quarters in quarterly.csv; that was the plan until ${newest.report} revised it.`,
  );
}

const MEASURES = [
  ['plan', 'plan_m', 'plan-differs'],
  ['spent', 'spent_m', 'summary-differs'],
  ['disbursed', 'disbursed_m', 'summary-differs'],
] as const;

function compare(
  row: SummaryRow & Located,
  column: string,
  code: FaultCode,
  printed: Satang,
  parts: readonly Satang[],
  findings: Findings,
): void {
  const total = sum(parts);
  if (printed === total) return;
  const quarters = `${million(total)} of the quarters in quarterly.csv`;
  if (!isWithinRounding(printed, parts)) {
    const expected = `${quarters}, but for rounding`;
    return findings.fault(at(row, column), { code, given: million(printed), expected });
  }
  const difference = satang(Math.abs(subtract(printed, total)));
  const { file, line, report, project } = row;
  findings.note(
    { file, line, column },
    'rounding-difference',
    `${file} line ${line}, column ${column}: report ${report} prints ${million(printed)} for ${project}, against ${quarters}; the difference of ${million(difference)} is within rounding and the quarters are taken.`,
  );
}
