import { quartersUpTo, type Satang, satang, subtract, sum } from '#kernel';
import type { Findings } from '../fault.ts';
import type { FaultCode } from '../fault-codes.ts';
import type { Published } from '../published.ts';
import type { Located } from '../source/read-table.ts';
import type { SummaryRow } from '../tables/summary.ts';
import type { Frame } from './frame.ts';
import { at, million, quartersOf } from './quarters.ts';
import { isWithinRounding } from './rounding.ts';

/** The summaries agree with the budgets, with themselves and, for reports that are new, with the quarters. */
export function checkSummaries(
  published: Published,
  frame: Frame | undefined,
  isNew: (report: string) => boolean,
  findings: Findings,
): void {
  const budgets = new Map(published.projects.rows.map(({ project, budget }) => [project, budget]));
  for (const row of published.summary.rows) {
    const budget = budgets.get(row.project);
    if (budget !== undefined && budget !== row.budget) {
      const expected = `${million(budget)} as in projects.csv`;
      findings.fault(at(row, 'budget_m'), { code: 'budget-differs', given: million(row.budget), expected });
    }
    if (row.spent < row.disbursed) {
      const expected = `at least ${million(row.disbursed)}, since spent includes disbursed`;
      findings.fault(at(row, 'spent_m'), {
        code: 'spent-below-disbursed',
        given: million(row.spent),
        expected,
      });
    }
    if (frame && isNew(row.report)) checkAgainstQuarters(row, published, frame, findings);
  }
}

/** An earlier report may have known other figures of a quarter; its plan was the same. */
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
    compare(row, column, code, row[measure], parts, findings);
  }
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
