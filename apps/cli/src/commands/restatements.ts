import type { Command } from 'commander';
import { withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { dayOf, examples, given, type PeriodFlags, pointOf, type Run, withKnownAt } from './question.ts';
import { askReport } from './report-receipt.ts';

interface RestatementFlags extends PeriodFlags {
  readonly to?: string;
  readonly byQuarter?: boolean;
}

/** What the published reports of a year say otherwise now. */
export function addRestatements(report: Command, io: Io, run: Run): void {
  const command = report
    .command('restatements')
    .option('--fiscal-year <year>', 'fiscal year: 2569 or FY2569 (required)')
    .option('--project <code>', 'only this project')
    .option('--to <moment>', 'the moment that counts as now; that of --known-at when absent')
    .option(
      '--by-quarter',
      'the cells of each quarter instead of the sum to the end of the report’s quarter',
    );
  withAnswerFlags(withKnownAt(command))
    .description('what each published report said, what it says now, and the events that made the difference')
    .addHelpText(
      'before',
      examples(
        'obligo report restatements --fiscal-year 2569',
        'obligo report restatements --fiscal-year 2569 --known-at 2026-03-31 --to Q2-2569 --csv',
      ),
    )
    .action(
      run((flags: RestatementFlags) => {
        need(flags, 'fiscal-year');
        const { fiscalYear } = periodOf(flags.fiscalYear, undefined);
        const query = {
          ...{ fiscalYear, project: flags.project, byQuarter: given(flags.byQuarter) },
          to: dayOf(io, flags.to, flags.era),
          ...pointOf(io, flags),
        };
        return askReport(io, flags, { method: 'GET', path: 'reports/restatements', query });
      }),
    );
}
