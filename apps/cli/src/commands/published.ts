import type { Command } from 'commander';
import { type AnswerFlags, ask, withAnswerFlags } from '../answer.ts';
import type { Io } from '../io.ts';
import { dayOf, examples, type Run, withEra } from './question.ts';

/** Reports as they were published. */
export function addPublished(report: Command, io: Io, run: Run): void {
  const command = report
    .command('published')
    .option(
      '--known-at <moment>',
      'as known at a date (end of that day), an instant, a position or a report; now when absent',
    );
  withAnswerFlags(withEra(command))
    .description('the published reports, the newest first, with the number of cells that changed since')
    .addHelpText(
      'before',
      examples('obligo report published', 'obligo report published --known-at 2026-03-31 --csv'),
    )
    .action(
      run((flags: AnswerFlags) => {
        const query = { knownAt: dayOf(io, flags.knownAt, flags.era) };
        return ask(io, flags, { method: 'GET', path: 'publications', query });
      }),
    );
}
