import type { Command } from 'commander';
import { type AnswerFlags, ask, withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import { examples, given, pointOf, type Run, withKnownAt, withPages } from './question.ts';

interface FindingFlags extends AnswerFlags {
  readonly rule?: string;
  readonly fiscalYear?: string;
  readonly project?: string;
  readonly person?: string;
  readonly ended?: boolean;
  readonly fail?: boolean;
  readonly after?: string;
  readonly limit?: string;
}

/** What the audit rules found, and the rules themselves. */
export function addAudit(program: Command, io: Io, run: Run): void {
  addFindings(program, io, run);
  addFinding(program, io, run);
  addRules(program, io, run);
}

function addFindings(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'audit')
    .command('findings')
    .option('--rule <name>', 'only what this rule found')
    .option('--fiscal-year <year>', 'only this fiscal year')
    .option('--project <code>', 'only what lies in this project alone')
    .option('--person <name>', 'only what this person is involved in')
    .option('--ended', 'what is no longer true, too')
    .option('--fail', 'end with exit code 6 when anything is found');
  withAnswerFlags(withKnownAt(withPages(command)))
    .description('what the audit rules found, as known at any moment')
    .addHelpText(
      'before',
      examples(
        'obligo audit findings --fiscal-year 2569 --rule restatements-without-approver',
        'obligo audit findings --known-at 2026-03-31 --csv --fail',
      ),
    )
    .action(
      run((flags: FindingFlags) => {
        const { rule, project, person, after, limit, fiscalYear: year, fail } = flags;
        const query = {
          ...{ rule, project, person, after, limit, includeEnded: given(flags.ended) },
          fiscalYear: year === undefined ? undefined : periodOf(year, undefined).fiscalYear,
          ...pointOf(io, flags),
        };
        return ask(io, flags, { method: 'GET', path: 'audit/findings', query }, ({ headers }) =>
          fail === true && Number(headers['obligo-findings']) > 0 ? EXIT.differences : EXIT.done,
        );
      }),
    );
}

function addFinding(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'audit')
    .command('show')
    .argument('<finding>', 'its id, as the list has it');
  withAnswerFlags(withKnownAt(command.option('--project <code>', 'only if it lies in this project')))
    .description('one finding with its events and the ways to read on')
    .addHelpText('before', examples('obligo audit show 0f3c9a5e7b1d2c4e6f80 --data D --json'))
    .action(
      run((finding: string, flags: FindingFlags) => {
        const path = `audit/findings/${encodeURIComponent(finding)}`;
        const query = { project: flags.project, ...pointOf(io, flags) };
        return ask(io, flags, { method: 'GET', path, query });
      }),
    );
}

function addRules(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'audit').command('rules');
  withAnswerFlags(command.option('--project <code>', 'for whoever reads about one project alone'))
    .description('the audit rules: what each finds, where it comes from, its parameters')
    .addHelpText('before', examples('obligo audit rules --json'))
    .action(
      run((flags: FindingFlags) =>
        ask(io, flags, { method: 'GET', path: 'audit/rules', query: { project: flags.project } }),
      ),
    );
}
