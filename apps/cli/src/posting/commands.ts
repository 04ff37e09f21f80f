import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import { examples, type Run, withEra } from '../commands/question.ts';
import { withLedger } from '../connection/with-ledger.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nounOf } from '../nouns.ts';
import { printProblem } from '../problem.ts';
import { actorHeader, settingOf } from '../settings.ts';
import { exampleOf } from './example.ts';
import { hasEra, type PostingCommand, postingCommands, readOpenApi } from './openapi.ts';
import { printReceipt } from './receipt.ts';
import { inputOf, requestOf } from './request.ts';

interface PostFlags extends AnswerFlags {
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string;
  readonly submit?: string;
  readonly [flag: string]: unknown;
}

/** A command for every posting of the API, made from its OpenAPI document. */
export function addPostings(program: Command, io: Io, run: Run): void {
  for (const posting of postingCommands(readOpenApi())) addPosting(program, io, run, posting);
}

function addPosting(program: Command, io: Io, run: Run, posting: PostingCommand): void {
  const { noun, verb, summary, fields } = posting;
  const command = nounOf(program, noun).command(verb).description(summary);
  command.optionsGroup('What is posted:');
  for (const { flag, type, description, required } of fields) {
    // A flag that is only said means yes.
    const value = type === 'boolean' ? '[true]' : `<${flag}>`;
    command.option(`--${flag} ${value}`, required ? `${description} (required)` : description);
  }
  command.option('--input <file>', 'the whole body as JSON, - for standard input; flags come on top');
  if (!hasEra(posting)) withEra(command);
  command
    .optionsGroup('How:')
    .option('--dry-run', 'decide and answer, record nothing')
    .option('--idempotency-key <key>', 'repeat safely under the same key; made and printed when absent');
  if (posting.submittable) {
    command.option('--submit <number>', 'hand it in for approval under this number instead of recording it');
  }
  withWordsFlags(command)
    .addHelpText('before', examples(exampleOf(posting)))
    .action(run((flags: PostFlags) => post(io, posting, flags)));
}

async function post(io: Io, posting: PostingCommand, flags: PostFlags): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  const input = await inputOf(io, flags.input);
  const { path, body } = requestOf(io, posting, flags, input);
  const key = flags.idempotencyKey ?? randomUUID();
  if (flags.idempotencyKey === undefined && !flags.dryRun) io.err(`idempotency key ${key}\n`);
  return withLedger(
    io,
    flags,
    { mode: flags.dryRun ? 'try' : 'post', purpose: 'post' },
    async (connection) => {
      const reply = await connection.send({
        method: 'POST',
        path,
        query: {
          dryRun: flags.dryRun ? 'true' : undefined,
          submit: posting.submittable ? flags.submit : undefined,
          organisation: settingOf('organisation', flags, io.env).value,
        },
        body,
        headers: { 'idempotency-key': key, 'obligo-actor': actorHeader(flags, io) },
      });
      if (reply.status >= 400) return printProblem(io, reply, asJson);
      if (asJson) io.out(`${reply.text.trimEnd()}\n`);
      else printReceipt(io, reply);
      return EXIT.done;
    },
  );
}
