import { Command, CommanderError } from 'commander';
import { messageOf, pathDenied, type Refusal, RefusalError, type RefusalKind } from '#kernel';
import { addAccess } from './commands/access/access.ts';
import { addAudit } from './commands/audit.ts';
import { addCompletion } from './commands/completion.ts';
import { addExport } from './commands/export-log.ts';
import { addFigures } from './commands/figures.ts';
import { addGoverning } from './commands/governing.ts';
import { addImport } from './commands/import.ts';
import { addLists } from './commands/lists.ts';
import { addMove } from './commands/move.ts';
import { addEvents, addOperations } from './commands/operations.ts';
import type { Run } from './commands/question.ts';
import { addReceipts } from './commands/receipt.ts';
import { addReconcile } from './commands/reconcile.ts';
import { addReRun } from './commands/re-run.ts';
import { addReports } from './commands/reports.ts';
import { addSeal } from './commands/seal.ts';
import { addShare } from './commands/share.ts';
import { addStates } from './commands/states.ts';
import { addVerify } from './commands/verify.ts';
import { EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-codes.ts';
import { Interrupted } from './interrupted.ts';
import type { Io } from './io.ts';
import { GROUPS } from './nouns.ts';
import { addPostings } from './posting/commands.ts';
import { printPlainly } from './problem.ts';
import { mustBeSaidOnce } from './said-once.ts';

const EXAMPLES = `Examples:
  obligo import deploy/samples/etda-fy2569 --data D
  obligo report quarterly --data D --fiscal-year 2569 --quarter Q1 --known-at 2025-12-30
  obligo diff --data D --fiscal-year 2569 --quarter Q1 --from 2025-12-30 --to 2026-03-31
  obligo sign-in --url http://127.0.0.1:8080 --name malee
  obligo commitment make --url http://127.0.0.1:8080 --fiscal-year 2569 --project P01 …
`;

const KIND_EXIT: Readonly<Record<RefusalKind, ExitCode>> = {
  invalid: EXIT.wrongUse,
  'not-found': EXIT.failed,
  rule: EXIT.refused,
  conflict: EXIT.conflict,
  unauthenticated: EXIT.noRight,
  forbidden: EXIT.noRight,
  limited: EXIT.conflict,
  unavailable: EXIT.failed,
  defect: EXIT.failed,
};

/** Runs one command line and says how it ended. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const running =
    <Arguments extends readonly unknown[]>(action: (...args: Arguments) => Promise<ExitCode>) =>
    async (...args: Arguments): Promise<void> => {
      code = await action(...args);
    };
  try {
    await program(io, running).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return failed(io, pathDenied(error) ?? (await orDiskFull(error)), wantsJson(argv));
  }
}

function program(io: Io, run: Run): Command {
  const obligo = new Command('obligo')
    .description('An event-sourced ledger for budget disbursement and commitments')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', `\n${EXIT_CODES_HELP}`)
    .showHelpAfterError('(--help shows the flags)')
    .configureHelp({ showGlobalOptions: false });
  obligo.commandsGroup(GROUPS.questions);
  addReports(obligo, io, run);
  addFigures(obligo, io, run);
  addReconcile(obligo, io, run);
  addReRun(obligo, io, run);
  addAudit(obligo, io, run);
  addEvents(obligo, io, run);
  addReceipts(obligo, io, run);
  addLists(obligo, io, run);
  addStates(obligo, io, run);
  addExport(obligo, io, run);
  addVerify(obligo, io, run);
  obligo.commandsGroup(GROUPS.postings);
  addImport(obligo, io, run);
  addPostings(obligo, io, run);
  addGoverning(obligo, io, run);
  obligo.commandsGroup(GROUPS.access);
  addAccess(obligo, io, run);
  obligo.commandsGroup(GROUPS.operations);
  addOperations(obligo, io, run);
  addSeal(obligo, io, run);
  addMove(obligo, io, run);
  addShare(obligo, io, run);
  addCompletion(obligo, io, run);
  obligo.helpCommand('help [command]', 'show the help of a command');
  toIo(obligo, io);
  return obligo;
}

/** What commander prints goes where everything goes, nothing ends the process but the main file, and no flag has two values. */
function toIo(command: Command, io: Io): void {
  command.exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
  mustBeSaidOnce(command);
  for (const child of command.commands) toIo(child, io);
}

const wantsJson = (argv: readonly string[]): boolean =>
  argv.includes('--json') || argv.includes('--format=json') || argv[argv.indexOf('--format') + 1] === 'json';

/** The refusal of a full or failing disk in the place of the error of the database. Loads the store only where there is one. */
async function orDiskFull(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  const { storageFailure } = await import('#event-store');
  return storageFailure(error) ?? error;
}

function failed(io: Io, error: unknown, asJson: boolean): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  if (error instanceof Interrupted) {
    io.err(
      'interrupted: a posting that was sent may be recorded; repeat it under the same key, or the import\n',
    );
    return EXIT.interrupted;
  }
  if (error instanceof RefusalError) return refused(io, error.refusal, asJson);
  io.err(`failed: ${messageOf(error)}\n`);
  return EXIT.failed;
}

function refused(io: Io, { code, kind, message, details }: Refusal, asJson: boolean): ExitCode {
  const problem = { type: `urn:obligo:refusal:${code}`, detail: message, code, ...details };
  if (asJson) io.err(`${JSON.stringify(problem)}\n`);
  else printPlainly(io, problem);
  return KIND_EXIT[kind];
}
