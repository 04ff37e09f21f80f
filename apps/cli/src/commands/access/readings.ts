import type { Command } from 'commander';
import { type AnswerFlags, ask, withAnswerFlags } from '../../answer.ts';
import type { Io } from '../../io.ts';
import { nounOf } from '../../nouns.ts';
import { dayOf, examples, type Run, withEra } from '../question.ts';

interface ReadingFlags extends AnswerFlags {
  readonly since?: string;
  readonly until?: string;
  readonly who?: string;
  readonly operation?: string;
  readonly before?: string;
  readonly limit?: string;
}

/** Who looked at or exported what. */
export function addReadings(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'reading')
    .command('list')
    .option('--since <moment>', 'not before this date or instant')
    .option('--until <moment>', 'not after this date, which is meant to its end, or instant')
    .option('--who <name>', 'only what this account or service read')
    .option('--operation <name>', 'only readings of this operation, such as journal')
    .option('--before <number>', 'only readings before this one')
    .option('--limit <count>', 'at most so many rows (1 to 10000, default 1000)');
  withAnswerFlags(withEra(command))
    .description('who looked at or exported what, the newest first')
    .addHelpText('before', examples('obligo reading list --url http://127.0.0.1:8080 --since 2026-03-01'))
    .action(
      run((flags: ReadingFlags) => {
        const { since, until, who, operation, before, limit, era } = flags;
        const query = {
          since: dayOf(io, since, era),
          until: dayOf(io, until, era),
          route: operation,
          ...{ who, before, limit },
        };
        return ask(io, flags, { method: 'GET', path: 'readings', query });
      }),
    );
}
