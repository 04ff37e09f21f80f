import type { Command } from 'commander';
import { type AnswerFlags, ask, withAnswerFlags, withKnownAt } from '../answer.ts';
import { dateOf, periodOf, quarterOf } from '../dates.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';

interface ReportFlags extends AnswerFlags {
  readonly fiscalYear?: string;
  readonly quarter?: string;
  readonly project?: string;
  readonly byQuarter?: boolean;
  readonly cumulative?: boolean;
  readonly measure?: string;
  readonly from?: string;
  readonly to?: string;
  readonly after?: string;
  readonly limit?: string;
}

type Run = (action: (flags: ReportFlags) => Promise<ExitCode>) => (flags: ReportFlags) => Promise<void>;

const knownAtOf = (io: Io, { knownAt, era }: AnswerFlags): string | undefined =>
  knownAt === undefined ? undefined : dateOf(io, knownAt, era);

/** The reports, and the questions about their figures. */
export function addReports(program: Command, io: Io, run: Run): void {
  const report = program.command('report').description('print a report as known at any moment');
  const withPeriod = (command: Command) =>
    command
      .option('--fiscal-year <year>', 'fiscal year: 2569, FY2569 or FY2569Q2')
      .option('--quarter <quarter>', 'Q1, Q2, Q3 or Q4');

  withKnownAt(withAnswerFlags(withPeriod(report.command('quarterly'))))
    .description('plan against actual per project: cumulative to a quarter, or by quarter')
    .option('--by-quarter', 'movements of each quarter')
    .option('--project <code>', 'only this project')
    .addHelpText(
      'before',
      examples('obligo report quarterly --fiscal-year 2569 --quarter Q1 --known-at 2025-12-30 --csv'),
    )
    .action(
      run((flags) => {
        const { fiscalYear, quarter } = quarterOf(flags.fiscalYear, flags.quarter);
        const query = {
          fiscalYear,
          quarter,
          knownAt: knownAtOf(io, flags),
          byQuarter: flags.byQuarter ? 'true' : undefined,
          project: flags.project,
        };
        return ask(io, flags, { method: 'GET', path: 'reports/quarterly', query });
      }),
    );

  withKnownAt(withAnswerFlags(withPeriod(report.command('kpi'))))
    .description('plan, result and progress per KPI and quarter')
    .option('--project <code>', 'only this project')
    .addHelpText(
      'before',
      examples('obligo report kpi --fiscal-year 2569 --quarter Q2 --known-at 2026-03-31'),
    )
    .action(
      run((flags) => {
        const { fiscalYear, quarter } = quarterOf(flags.fiscalYear, flags.quarter);
        const query = { fiscalYear, quarter, knownAt: knownAtOf(io, flags), project: flags.project };
        return ask(io, flags, { method: 'GET', path: 'reports/kpi', query });
      }),
    );

  withKnownAt(withAnswerFlags(withPeriod(report.command('status'))))
    .description('status of the projects per quarterly report')
    .addHelpText('before', examples('obligo report status --fiscal-year 2569 --quarter Q2'))
    .action(
      run((flags) => {
        const { fiscalYear, quarter } = periodOf(flags.fiscalYear, flags.quarter);
        return ask(io, flags, {
          method: 'GET',
          path: 'reports/status',
          query: { fiscalYear, quarter, knownAt: knownAtOf(io, flags) },
        });
      }),
    );

  withKnownAt(withAnswerFlags(withPeriod(program.command('explain'))))
    .description('one figure: the ordered events behind it with their running value')
    .option('--project <code>', 'project of the figure')
    .option('--measure <measure>', 'budget, plan, spent, disbursed, committed or available')
    .option('--cumulative', 'the sum to the end of the quarter instead of its own movement')
    .option('--after <position>', 'only events after this position')
    .option('--limit <count>', 'at most so many events')
    .addHelpText(
      'before',
      examples('obligo explain --fiscal-year 2569 --project P08 --quarter Q2 --measure committed'),
    )
    .action(
      run((flags) => {
        const { fiscalYear, quarter } = quarterOf(flags.fiscalYear, flags.quarter);
        const { project, measure, after, limit } = flags;
        const cumulative = flags.cumulative ? 'true' : undefined;
        const query = {
          fiscalYear,
          quarter,
          project,
          measure,
          cumulative,
          after,
          limit,
          knownAt: knownAtOf(io, flags),
        };
        return ask(io, flags, { method: 'GET', path: 'explain', query });
      }),
    );

  withAnswerFlags(withPeriod(program.command('diff')))
    .description(
      'one report at two moments: changed cells and the events that explain each; exit code 6 when any',
    )
    .option('--from <moment>', 'first moment: date, instant, position or report')
    .option('--to <moment>', 'second moment; now when absent')
    .option('--by-quarter', 'movements of each quarter')
    .option('--era <era>', 'be: dates are typed in the Buddhist era and echoed')
    .addHelpText(
      'before',
      examples('obligo diff --fiscal-year 2569 --quarter Q1 --from 2025-12-30 --to 2026-03-31'),
    )
    .action(
      run((flags) => {
        const { fiscalYear, quarter } = quarterOf(flags.fiscalYear, flags.quarter);
        const moment = (text: string | undefined) =>
          text === undefined ? undefined : dateOf(io, text, flags.era);
        const query = {
          fiscalYear,
          quarter,
          from: moment(flags.from),
          to: moment(flags.to),
          byQuarter: flags.byQuarter ? 'true' : undefined,
        };
        return ask(io, flags, { method: 'GET', path: 'diff', query });
      }),
    );
}

export const examples = (...lines: readonly string[]): string =>
  `Example${lines.length > 1 ? 's' : ''}:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
