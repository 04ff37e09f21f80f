import type { Command } from 'commander';
import { withAnswerFlags } from '../answer.ts';
import { periodOf, quarterOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { addBudgetBook } from './budget-book.ts';
import { addBudgetReports } from './budget-reports.ts';
import { addPublished } from './published.ts';
import { addRestatements } from './restatements.ts';
import { examples, given, type PeriodFlags, pointOf, type Run, withKnownAt, withPeriod } from './question.ts';
import { askReport, withReceipt } from './report-receipt.ts';
import { addReportVerify } from './report-verify.ts';

interface QuarterlyFlags extends PeriodFlags {
  readonly byQuarter?: boolean;
}

/** The reports that are published. */
export function addReports(program: Command, io: Io, run: Run): void {
  const report = program.command('report').description('print a report as known at any moment');
  addQuarterly(report, io, run);
  addBudgetBook(report, io, run);
  addBudgetReports(report, io, run);
  addKpi(report, io, run);
  addStatus(report, io, run);
  addRestatements(report, io, run);
  for (const each of report.commands) withReceipt(each);
  addReportVerify(report, io, run);
  addPublished(report, io, run);
}

function addQuarterly(report: Command, io: Io, run: Run): void {
  const command = withPeriod(report.command('quarterly'))
    .option('--by-quarter', 'movements of each quarter instead of the sum to the end of one')
    .option('--project <code>', 'only this project');
  withAnswerFlags(withKnownAt(command))
    .description('plan against actual per project: cumulative to a quarter, or by quarter')
    .addHelpText(
      'before',
      examples(
        'obligo report quarterly --fiscal-year 2569 --quarter Q1 --known-at 2025-12-30 --csv',
        'obligo report quarterly --fiscal-year FY2569Q2 --by-quarter --url http://127.0.0.1:8080',
      ),
    )
    .action(
      run((flags: QuarterlyFlags) => {
        need(flags, 'fiscal-year', 'quarter');
        const { fiscalYear, quarter } = quarterOf(flags.fiscalYear, flags.quarter);
        const byQuarter = given(flags.byQuarter);
        const query = {
          ...{ fiscalYear, quarter, byQuarter, project: flags.project },
          ...pointOf(io, flags),
        };
        return askReport(io, flags, { method: 'GET', path: 'reports/quarterly', query });
      }),
    );
}

function addKpi(report: Command, io: Io, run: Run): void {
  const command = withPeriod(report.command('kpi')).option('--project <code>', 'only this project');
  withAnswerFlags(withKnownAt(command))
    .description('plan, result and progress per KPI and quarter')
    .addHelpText(
      'before',
      examples('obligo report kpi --fiscal-year 2569 --quarter Q2 --known-at 2026-03-31'),
    )
    .action(
      run((flags: PeriodFlags) => {
        need(flags, 'fiscal-year', 'quarter');
        const { fiscalYear, quarter } = quarterOf(flags.fiscalYear, flags.quarter);
        const query = { fiscalYear, quarter, project: flags.project, ...pointOf(io, flags) };
        return askReport(io, flags, { method: 'GET', path: 'reports/kpi', query });
      }),
    );
}

function addStatus(report: Command, io: Io, run: Run): void {
  withAnswerFlags(withKnownAt(withPeriod(report.command('status'))))
    .description('status of the projects per quarterly report; of all quarters when none is named')
    .addHelpText('before', examples('obligo report status --fiscal-year 2569 --quarter Q2'))
    .action(
      run((flags: PeriodFlags) => {
        const { fiscalYear, quarter } = periodOf(flags.fiscalYear, flags.quarter);
        const query = { fiscalYear, quarter, ...pointOf(io, flags) };
        return askReport(io, flags, { method: 'GET', path: 'reports/status', query });
      }),
    );
}
