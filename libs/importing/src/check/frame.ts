import {
  type CivilDate,
  type FiscalCalendar,
  type FiscalYear,
  fiscalYearOf,
  fiscalYearRange,
  parseFiscalYear,
  type Quarter,
  quarterOf,
  QUARTERS,
} from '#kernel';
import type { Findings } from '../fault.ts';
import type { Published } from '../published.ts';
import type { Located } from '../source/read-table.ts';
import type { ReportRow } from '../tables/reports.ts';

export interface Report extends ReportRow, Located {
  readonly quarter: Quarter;
}

/** The year that the tables speak of. */
export interface Year {
  readonly calendar: FiscalCalendar;
  readonly fiscalYear: FiscalYear;
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** The year, and its reports in the order of their dates. */
export interface Frame extends Year {
  readonly reports: readonly Report[];
  readonly newest: Report;
}

/** An id of the form `Q2-2569` names quarter and fiscal year. */
const NAMING_ID = /^(Q\d)-(\d{4})$/;

/** Finds the fiscal year and checks that all dates agree with it; nothing when there is no report to go by. */
export function frameOf(
  { reports, projects }: Published,
  calendar: FiscalCalendar,
  findings: Findings,
): Frame | undefined {
  const dated = reports.rows
    .map((row) => ({ ...row, quarter: quarterOf(row.asOf, calendar) }))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  const newest = dated.at(-1);
  if (!newest) {
    if (!reports.broken) rowMissing(reports.file, 'a report', findings);
    return undefined;
  }
  if (projects.rows.length === 0 && !projects.broken) rowMissing(projects.file, 'a project', findings);
  const frame = { ...yearOf(newest.asOf, calendar), reports: dated, newest };
  for (const [index, report] of dated.entries()) checkReport(report, dated[index - 1], frame, findings);
  checkProjectDates(projects, frame, findings);
  return frame;
}

/** The fiscal year that a day lies in. */
export function yearOf(day: CivilDate, calendar: FiscalCalendar): Year {
  const fiscalYear = fiscalYearOf(day, calendar);
  return { calendar, fiscalYear, ...fiscalYearRange(fiscalYear, calendar) };
}

/** Every project lasts the whole year, no less and no longer. */
export function checkProjectDates(
  projects: Published['projects'],
  { fiscalYear, first, last }: Year,
  findings: Findings,
): void {
  for (const { file, line, start, end } of projects.rows) {
    const expected = `the first and last day of fiscal year ${fiscalYear}, ${first} and ${last}`;
    if (start !== first)
      findings.fault(
        { file, line, column: 'start' },
        { code: 'fiscal-year-differs', given: start, expected },
      );
    if (end !== last)
      findings.fault({ file, line, column: 'end' }, { code: 'fiscal-year-differs', given: end, expected });
  }
}

export function rowMissing(file: string, what: string, findings: Findings): void {
  const found = 'the table has no rows';
  findings.fault({ file, line: 1 }, { code: 'row-missing', found, expected: `${what} at least` });
}

function checkReport(report: Report, before: Report | undefined, frame: Frame, findings: Findings): void {
  const { file, line, asOf, quarter } = report;
  const { fiscalYear, calendar } = frame;
  if (fiscalYearOf(asOf, calendar) !== fiscalYear) {
    const expected = `a day of fiscal year ${fiscalYear}, ${frame.first} to ${frame.last}`;
    findings.fault({ file, line, column: 'as_of' }, { code: 'fiscal-year-differs', given: asOf, expected });
  }
  if (before?.asOf === asOf) {
    const found = `the report on line ${before.line} has the date ${asOf} too`;
    const expected = 'a date of its own for each report';
    findings.fault({ file, line, column: 'as_of' }, { code: 'duplicate-row', found, expected });
  }
  const named = NAMING_ID.exec(report.report);
  if (named && (named[1] !== quarter || parseFiscalYear(named[2]) !== fiscalYear)) {
    const expected = `${quarter}-${fiscalYear}, since ${asOf} lies in that quarter (one of ${QUARTERS.join(', ')})`;
    const place = { file, line, column: 'report_id' };
    findings.fault(place, { code: 'report-quarter-differs', given: report.report, expected });
  }
}
