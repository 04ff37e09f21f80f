import type { Command } from 'commander';
import { ask, withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
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
  readonly month?: string;
  readonly document?: string;
  readonly stage?: string;
  readonly item?: string;
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
    .option('--month <month>', 'only this month of the quarter: 2025-12')
    .option('--project <code>', 'project of the figure; all projects together when absent')
    .option(
      '--measure <measure>',
      'budget, plan, spent, disbursed, committed, available, spent-variance, disbursed-variance, or a part of these; of a document ordered, released, amount, accepted, used, outstanding',
    )
    .option('--fund-source <code>', 'only lines of this fund source')
    .option('--category <code>', 'only lines of this category')
    .option('--cumulative', 'the sum to the end of the quarter instead of its own movement')
    .option('--document <number>', 'an amount of this document of the project')
    .option('--stage <stage>', 'stage of the document, where several have the number')
    .option('--item <code>', 'only this item of the document');
  withAnswerFlags(withKnownAt(withPages(command)))
    .description('one figure: the ordered events behind it with their running value')
    .addHelpText(
      'before',
      examples(
        'obligo explain --fiscal-year 2569 --project P08 --quarter Q2 --measure committed',
        'obligo explain --fiscal-year 2569 --project P08 --document C-8 --measure outstanding',
      ),
    )
    .action(
      run((flags: ExplainFlags) => {
        need(flags, 'fiscal-year', 'measure');
        const { project, measure, fundSource, category, month, document, stage, item, after, limit } = flags;
        const cumulative = given(flags.cumulative);
        const query = {
          ...cellPeriod(flags),
          ...{ project, measure, fundSource, category, cumulative, month },
          ...{ document, stage, item, after, limit },
          ...pointOf(io, flags),
        };
        return ask(io, flags, { method: 'GET', path: 'explain', query });
      }),
    );
}

/** Money that was reserved is used after the year too; the whole year where no quarter is named. */
function cellPeriod({ fiscalYear, quarter }: ExplainFlags): {
  fiscalYear: string;
  quarter: string | undefined;
} {
  if (quarter !== 'after') return periodOf(fiscalYear, quarter);
  return { fiscalYear: periodOf(fiscalYear, undefined).fiscalYear, quarter };
}
