import type { Command } from 'commander';
import { ask, withAnswerFlags } from '../answer.ts';
import { periodOf, quarterOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { addDiff } from './compare.ts';
import {
  examples,
  given,
  type PeriodFlags,
  pointOf,
  type Run,
  withKnownAt,
  withPages,
  withPeriod,
} from './question.ts';

interface ExplainFlags extends PeriodFlags {
  readonly measure?: string;
  readonly fundSource?: string;
  readonly category?: string;
  readonly cumulative?: boolean;
  readonly after?: string;
  readonly limit?: string;
}

/** The questions about the figures of a report. */
export function addFigures(program: Command, io: Io, run: Run): void {
  addExplain(program, io, run);
  addDiff(program, io, run);
}

function addExplain(program: Command, io: Io, run: Run): void {
  const command = withPeriod(program.command('explain'))
    .option('--project <code>', 'project of the figure')
    .option('--measure <measure>', 'budget, plan, spent, disbursed, committed, available, or a part of these')
    .option('--fund-source <code>', 'only lines of this fund source')
    .option('--category <code>', 'only lines of this category')
    .option('--cumulative', 'the sum to the end of the quarter instead of its own movement');
  withAnswerFlags(withKnownAt(withPages(command)))
    .description('one figure: the ordered events behind it with their running value')
    .addHelpText(
      'before',
      examples('obligo explain --fiscal-year 2569 --project P08 --quarter Q2 --measure committed'),
    )
    .action(
      run((flags: ExplainFlags) => {
        need(flags, 'fiscal-year', 'quarter', 'project', 'measure');
        const { project, measure, fundSource, category, after, limit } = flags;
        const cumulative = given(flags.cumulative);
        const query = {
          ...cellPeriod(flags),
          ...{ project, measure, fundSource, category, cumulative, after, limit },
          ...pointOf(io, flags),
        };
        return ask(io, flags, { method: 'GET', path: 'explain', query });
      }),
    );
}

/** Money that was reserved is used after the year too. */
function cellPeriod({ fiscalYear, quarter }: ExplainFlags): { fiscalYear: string; quarter: string } {
  if (quarter !== 'after') return quarterOf(fiscalYear, quarter);
  return { fiscalYear: periodOf(fiscalYear, undefined).fiscalYear, quarter };
}
