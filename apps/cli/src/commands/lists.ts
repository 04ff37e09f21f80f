import type { Command } from 'commander';
import { ask, withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import {
  dayOf,
  examples,
  given,
  type PeriodFlags,
  pointOf,
  type Run,
  withKnownAt,
  withPages,
} from './question.ts';

interface ListFlags extends PeriodFlags {
  readonly all?: boolean;
  readonly after?: string;
  readonly limit?: string;
}

interface JournalFlags extends ListFlags {
  readonly type?: string;
  readonly document?: string;
  readonly effectiveFrom?: string;
}

/** Single things: projects, commitments, journal rows. */
export function addLists(program: Command, io: Io, run: Run): void {
  addProjects(program, io, run);
  addJournal(program, io, run);
  addCommitments(program, io, run);
}

function addProjects(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'project').command('list').option('--fiscal-year <year>', 'fiscal year');
  withAnswerFlags(withKnownAt(command))
    .description('the projects that have an account in a fiscal year')
    .addHelpText('before', examples('obligo project list --fiscal-year 2569'))
    .action(
      run((flags: ListFlags) => {
        const { fiscalYear } = periodOf(flags.fiscalYear, undefined);
        const query = { fiscalYear, ...pointOf(io, flags) };
        return ask(io, flags, { method: 'GET', path: 'budget-accounts', query });
      }),
    );
}

function addCommitments(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'commitment')
    .command('list')
    .option('--fiscal-year <year>', 'fiscal year')
    .option('--project <code>', 'only this project')
    .option('--all', 'settled ones too');
  withAnswerFlags(withKnownAt(withPages(command)))
    .description('orders and contracts with what is outstanding of each')
    .addHelpText('before', examples('obligo commitment list --fiscal-year 2569 --project P08'))
    .action(
      run((flags: ListFlags) => {
        const { fiscalYear } = periodOf(flags.fiscalYear, undefined);
        const { project, after, limit } = flags;
        const includeSettled = given(flags.all);
        const query = { fiscalYear, project, includeSettled, after, limit, ...pointOf(io, flags) };
        return ask(io, flags, { method: 'GET', path: 'commitments', query });
      }),
    );
}

function addJournal(program: Command, io: Io, run: Run): void {
  const command = program
    .command('journal')
    .option('--fiscal-year <year>', 'only this fiscal year')
    .option('--project <code>', 'only this project')
    .option('--type <event>', 'only events of this type, such as CommitmentMade')
    .option('--actor <actor>', 'only what this actor posted')
    .option('--document <number>', 'only events about this document')
    .option('--effective-from <date>', 'effective on this day or later');
  withAnswerFlags(withKnownAt(withPages(command)))
    .description('what was recorded, in the order of the log')
    .addHelpText('before', examples('obligo journal --project P01 --type QuarterCorrected'))
    .action(
      run((flags: JournalFlags) => {
        const { project, type, document, after, limit, era } = flags;
        const year = flags.fiscalYear;
        const query = {
          ...{ project, type, document, after, limit, actor: flags.actor },
          fiscalYear: year === undefined ? undefined : periodOf(year, undefined).fiscalYear,
          effectiveFrom: dayOf(io, flags.effectiveFrom, era),
          ...pointOf(io, flags),
        };
        return ask(io, flags, { method: 'GET', path: 'journal', query });
      }),
    );
}
