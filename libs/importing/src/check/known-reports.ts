import type { Findings } from '../fault.ts';
import type { LedgerStates } from '../known-ledger.ts';
import type { Published } from '../published.ts';
import { differingTable, digestOf } from '../report-digest.ts';
import type { Frame, Report } from './frame.ts';

/** The reports that the ledger has taken over already; each must say what it said then. */
export function knownReports(
  published: Published,
  { reports, newest }: Frame,
  states: LedgerStates,
  findings: Findings,
): ReadonlySet<string> {
  const known = new Set<string>();
  for (const report of reports) {
    const dated = states.reports.get(report.report)?.dated;
    if (!dated) continue;
    known.add(report.report);
    const digest = digestOf(published, report.report, report === newest);
    const differs = differingTable(dated.sourceDigest, digest);
    if (differs) reportDiffers(report, differs, published.quarterly.file, findings);
  }
  checkOrder(reports, known, findings);
  return known;
}

function reportDiffers(
  report: Report,
  differs: 'own' | 'quarters',
  quarterly: string,
  findings: Findings,
): void {
  const code = 'report-differs';
  const expected = `what the ledger took over as report ${report.report}; a correction is posted, not imported again`;
  if (differs === 'own') {
    const found = `the rows of report ${report.report} are not those taken over before`;
    findings.fault({ file: report.file, line: report.line }, { code, given: report.report, found, expected });
  } else {
    const found = `the quarters printed with report ${report.report} are not those taken over before`;
    findings.fault({ file: quarterly, line: 1 }, { code, given: report.report, found, expected });
  }
}

/** History is taken over in its order: nothing can be slipped in before what is there. */
function checkOrder(reports: readonly Report[], known: ReadonlySet<string>, findings: Findings): void {
  const last = reports.findLast(({ report }) => known.has(report));
  if (!last) return;
  for (const { file, line, report, asOf } of reports) {
    if (known.has(report) || asOf > last.asOf) continue;
    const expected = `a day after ${last.asOf}, since report ${last.report} of that day is in the ledger`;
    findings.fault({ file, line, column: 'as_of' }, { code: 'report-out-of-order', given: asOf, expected });
  }
}
