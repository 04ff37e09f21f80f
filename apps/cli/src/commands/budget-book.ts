import type { Command } from 'commander';
import { withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { examples, type PeriodFlags, pointOf, type Run, withKnownAt } from './question.ts';
import { askReport } from './report-receipt.ts';

/** The budget of a year from both sides, as a printed plan shows it. */
export function addBudgetBook(report: Command, io: Io, run: Run): void {
  const command = report.command('budget-book').option('--fiscal-year <year>', 'fiscal year: 2563 or FY2563');
  withAnswerFlags(withKnownAt(command))
    .description('revenue by fund source, expenditure by group, project and line, with their totals')
    .addHelpText(
      'before',
      examples(
        'obligo report budget-book --fiscal-year 2563',
        'obligo report budget-book --fiscal-year 2563 --known-at 2019-10-01 --csv',
      ),
    )
    .action(
      run((flags: PeriodFlags) => {
        need(flags, 'fiscal-year');
        const { fiscalYear } = periodOf(flags.fiscalYear, undefined);
        const query = { fiscalYear, ...pointOf(io, flags) };
        return askReport(io, flags, { method: 'GET', path: 'reports/budget-book', query });
      }),
    );
}
