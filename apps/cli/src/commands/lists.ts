import type { Command } from 'commander';
import { type AnswerFlags, ask, withAnswerFlags, withKnownAt } from '../answer.ts';
import { dateOf, periodOf } from '../dates.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import { examples } from './reports.ts';

interface ListFlags extends AnswerFlags {
  readonly fiscalYear?: string;
  readonly project?: string;
  readonly all?: boolean;
  readonly type?: string;
  readonly actorIs?: string;
  readonly document?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly after?: string;
  readonly limit?: string;
}

type Run = (action: (flags: ListFlags) => Promise<ExitCode>) => (flags: ListFlags) => Promise<void>;

const knownAtOf = (io: Io, { knownAt, era }: AnswerFlags): string | undefined =>
  knownAt === undefined ? undefined : dateOf(io, knownAt, era);

/** Single things: projects, commitments, journal rows. */
export function addLists(program: Command, io: Io, run: Run): void {
  const paged = (command: Command) =>
    command
      .option('--after <row>', 'only what comes after this one')
      .option('--limit <count>', 'at most so many rows (1 to 10000, default 1000)');

  withKnownAt(withAnswerFlags(nounOf(program, 'project').command('list')))
    .description('the projects that have an account in a fiscal year')
    .option('--fiscal-year <year>', 'fiscal year')
    .action(
      run((flags) => {
        const { fiscalYear } = periodOf(flags.fiscalYear, undefined);
        return ask(io, flags, {
          method: 'GET',
          path: 'budget-accounts',
          query: { fiscalYear, knownAt: knownAtOf(io, flags) },
        });
      }),
    );

  paged(withKnownAt(withAnswerFlags(nounOf(program, 'commitment').command('list'))))
    .description('orders and contracts with what is outstanding of each')
    .option('--fiscal-year <year>', 'fiscal year')
    .option('--project <code>', 'only this project')
    .option('--all', 'settled ones too')
    .addHelpText('before', examples('obligo commitment list --fiscal-year 2569 --project P08'))
    .action(
      run((flags) => {
        const { fiscalYear } = periodOf(flags.fiscalYear, undefined);
        const { project, after, limit } = flags;
        const includeSettled = flags.all ? 'true' : undefined;
        const query = { fiscalYear, project, includeSettled, after, limit, knownAt: knownAtOf(io, flags) };
        return ask(io, flags, { method: 'GET', path: 'commitments', query });
      }),
    );

  paged(withKnownAt(withAnswerFlags(program.command('journal'))))
    .description('what was recorded, in the order of the log')
    .option('--fiscal-year <year>', 'only this fiscal year')
    .option('--project <code>', 'only this project')
    .option('--type <event>', 'only events of this type, such as CommitmentMade')
    .option('--actor-is <actor>', 'only what this actor posted')
    .option('--document <number>', 'only events about this document')
    .option('--effective-from <date>', 'effective on this day or later')
    .option('--effective-to <date>', 'effective on this day or earlier')
    .addHelpText('before', examples('obligo journal --project P01 --type QuarterCorrected'))
    .action(
      run((flags) => {
        const { project, type, document, after, limit, era } = flags;
        const day = (text: string | undefined) => (text === undefined ? undefined : dateOf(io, text, era));
        const fiscalYear =
          flags.fiscalYear === undefined ? undefined : periodOf(flags.fiscalYear, undefined).fiscalYear;
        const query = {
          ...{ fiscalYear, project, type, document, after, limit, actor: flags.actorIs },
          effectiveFrom: day(flags.effectiveFrom),
          effectiveTo: day(flags.effectiveTo),
          knownAt: knownAtOf(io, flags),
        };
        return ask(io, flags, { method: 'GET', path: 'journal', query });
      }),
    );
}
