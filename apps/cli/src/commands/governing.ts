import type { Command } from 'commander';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import { withLedger } from '../connection/with-ledger.ts';
import { periodOf } from '../dates.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { nounOf } from '../nouns.ts';
import { printProblem } from '../problem.ts';
import { settingOf } from '../settings.ts';
import { examples, pointOf, type Run, withKnownAt } from './question.ts';

interface GoverningFlags extends AnswerFlags {
  readonly fiscalYear?: string;
  readonly status?: string;
  readonly number?: string;
}

/** What governs postings, now or as known at a moment: the policy with its duties, the periods, the documents that wait. */
export function addGoverning(program: Command, io: Io, run: Run): void {
  const show = (noun: string, verb: string, description: string, example: string): Command =>
    withWordsFlags(
      nounOf(program, noun).command(verb).description(description).addHelpText('before', examples(example)),
    );
  withKnownAt(
    show(
      'policy',
      'show',
      'the policy in force, and who has which duty',
      'obligo policy show --known-at 2025-12-30',
    ),
  ).action(run((flags: GoverningFlags) => ask(io, flags, 'control/policy', pointOf(io, flags))));
  withKnownAt(
    show(
      'period',
      'list',
      'the months of a fiscal year that are not open',
      'obligo period list --fiscal-year 2569',
    ),
  )
    .option('--fiscal-year <year>', 'fiscal year (required)')
    .action(
      run((flags: GoverningFlags) => {
        need(flags, 'fiscal-year');
        const { fiscalYear } = periodOf(flags.fiscalYear ?? '', undefined);
        return ask(io, flags, `periods/${fiscalYear}`, pointOf(io, flags));
      }),
    );
  withKnownAt(
    show('approval', 'list', 'documents that wait for approval, or have waited', 'obligo approval list'),
  )
    .option('--status <status>', 'waiting, approved, refused, withdrawn or all', 'waiting')
    .action(
      run((flags: GoverningFlags) =>
        ask(io, flags, 'approvals', { status: flags.status, ...pointOf(io, flags) }),
      ),
    );
  withKnownAt(
    show(
      'approval',
      'show',
      'a document with what it would record',
      'obligo approval show --number W-2569-01',
    ),
  )
    .option('--number <number>', 'number of the document (required)')
    .action(
      run((flags: GoverningFlags) => {
        need(flags, 'number');
        return ask(io, flags, `approvals/${encodeURIComponent(flags.number ?? '')}`, {
          ...pointOf(io, flags),
        });
      }),
    );
}

/** Asks and prints the answer as JSON. */
function ask(
  io: Io,
  flags: GoverningFlags,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): Promise<ExitCode> {
  const organisation = settingOf('organisation', flags, io.env).value;
  return withLedger(io, flags, { mode: 'read', purpose: 'read' }, async (connection) => {
    const reply = await connection.send({ method: 'GET', path, query: { ...query, organisation } });
    if (reply.status >= 400) return printProblem(io, reply, asJsonOf(flags));
    io.out(`${JSON.stringify(JSON.parse(reply.text), undefined, 2)}\n`);
    return EXIT.done;
  });
}
