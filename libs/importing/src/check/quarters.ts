import { add, formatMillionBaht, type Quarter, QUARTERS, type Satang, sum } from '#kernel';
import type { Findings, Place } from '../fault.ts';
import type { FaultCode } from '../fault-codes.ts';
import type { Published } from '../published.ts';
import type { Located } from '../source/read-table.ts';
import { actualsOf, type QuarterlyRow } from '../tables/quarterly.ts';
import type { SummaryRow } from '../tables/summary.ts';
import type { Frame, Report } from './frame.ts';

/** The rows of one project, by quarter. */
export type ProjectQuarters = ReadonlyMap<Quarter | 'TOTAL', QuarterlyRow & Located>;

/** What a report says of a project, cumulative. */
export const summaryRow = (
  { summary }: Published,
  { report }: Pick<Report, 'report'>,
  project: string,
): (SummaryRow & Located) | undefined =>
  summary.rows.find((row) => row.report === report && row.project === project);

/** The report with which a project appears; it may be one after the first. */
export const firstPrinting = (
  published: Published,
  { reports }: Frame,
  project: string,
): Report | undefined => reports.find((report) => summaryRow(published, report, project));

export function quartersOf({ quarterly }: Published, project: string): ProjectQuarters {
  return new Map(quarterly.rows.filter((row) => row.project === project).map((row) => [row.quarter, row]));
}

/** Each quarter adds up, the total is the sum of the quarters, and only past quarters have figures. */
export function checkQuarters(published: Published, frame: Frame | undefined, findings: Findings): void {
  for (const row of published.quarterly.rows) {
    checkRow(row, findings);
    if (frame && row.quarter !== 'TOTAL') checkTime(row, row.quarter, published, frame, findings);
  }
  for (const { project, budget: first } of published.projects.rows) {
    const rows = quartersOf(published, project);
    const budget = (frame && summaryRow(published, frame.newest, project)?.budget) ?? first;
    const total = rows.get('TOTAL');
    if (!total || rows.size <= QUARTERS.length) continue;
    checkTotal(total, rows, findings);
    const planned = sum(QUARTERS.map((quarter) => rows.get(quarter)?.plan ?? (0 as Satang)));
    if (planned <= budget) continue;
    const found = `${million(planned)} are planned`;
    const expected = `at most the budget of ${million(budget)}`;
    findings.fault(at(total, 'plan_m'), { code: 'plan-exceeds-budget', found, expected });
  }
}

function checkRow(row: QuarterlyRow & Located, findings: Findings): void {
  const given = [row.spent, row.disbursed, row.committed].filter((amount) => amount !== undefined);
  const code: FaultCode = 'quarter-does-not-add-up';
  const actuals = actualsOf(row);
  if (!actuals) {
    if (given.length === 0) return;
    const column =
      row.spent === undefined ? 'spent_m' : row.disbursed === undefined ? 'disbursed_m' : 'committed_m';
    const expected = 'spent, disbursed and committed together, or none of them';
    return findings.fault(at(row, column), { code, expected });
  }
  const { spent, disbursed, committed } = actuals;
  if (spent === add(disbursed, committed)) return;
  const found = `spent is ${million(spent)}`;
  const expected = `disbursed ${million(disbursed)} + committed ${million(committed)} = ${million(add(disbursed, committed))}`;
  findings.fault(at(row, 'spent_m'), { code, given: million(spent), found, expected });
}

function checkTime(
  row: QuarterlyRow & Located,
  quarter: Quarter,
  published: Published,
  frame: Frame,
  findings: Findings,
): void {
  const { newest } = frame;
  const past = quarter <= newest.quarter;
  const blank = row.spent === undefined && row.disbursed === undefined && row.committed === undefined;
  if (past === !blank) return;
  const first = firstPrinting(published, frame, row.project);
  if (blank && first && quarter < first.quarter && first !== frame.reports[0]) return;
  const place = at(row, 'spent_m');
  if (past) {
    const expected = `figures, since report ${newest.report} covers ${quarter}`;
    findings.fault(place, { code: 'actuals-missing', expected });
  } else {
    const found = `${quarter} has figures`;
    const expected = `blank cells, since report ${newest.report} ends with ${newest.quarter}`;
    findings.fault(place, { code: 'actuals-after-report', found, expected });
  }
}

function checkTotal(total: QuarterlyRow & Located, rows: ProjectQuarters, findings: Findings): void {
  for (const [measure, column] of MEASURES) {
    const parts = QUARTERS.flatMap((quarter) => rows.get(quarter)?.[measure] ?? []);
    const expected = parts.length === 0 ? undefined : sum(parts);
    if (total[measure] === expected) continue;
    const shown = total[measure] === undefined ? undefined : million(total[measure]);
    const wanted =
      expected === undefined
        ? 'a blank cell, as in the quarters'
        : `${million(expected)}, the sum of the quarters`;
    findings.fault(at(total, column), { code: 'total-does-not-add-up', given: shown, expected: wanted });
  }
}

const MEASURES = [
  ['plan', 'plan_m'],
  ['spent', 'spent_m'],
  ['disbursed', 'disbursed_m'],
  ['committed', 'committed_m'],
] as const;

export const at = ({ file, line }: Located, column: string): Place => ({ file, line, column });
/** To the satang, where four decimals would not tell two figures apart. */
export const million = (amount: Satang): string => formatMillionBaht(amount, 8).replace(/0{1,4}$/, '');
