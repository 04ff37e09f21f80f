import type { Command } from 'commander';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import { withLedger } from '../connection/with-ledger.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { printProblem } from '../problem.ts';
import { actorHeader, settingOf } from '../settings.ts';
import { readTables } from '../tables.ts';
import { addImportLog } from './import-log.ts';
import { examples, type Run } from './question.ts';

interface ImportFlags extends AnswerFlags {
  readonly dryRun?: boolean;
}

interface Imported {
  readonly organisation: string;
  readonly dryRun: boolean;
  readonly nothingToPost: boolean;
  readonly skipped: readonly string[];
  readonly notes: readonly { readonly message: string }[];
  readonly summary: {
    readonly postings: number;
    readonly steps: readonly {
      readonly report?: string;
      readonly bookedOn: string;
      readonly postings: number;
      readonly commands: readonly {
        readonly category: string;
        readonly command: string;
        readonly count: number;
      }[];
    }[];
  };
  readonly receipt?: { readonly position?: string; readonly events: number; readonly idempotencyKey: string };
}

/** Published tables taken over, all or nothing. */
export function addImport(program: Command, io: Io, run: Run): void {
  const command = program
    .command('import')
    .argument(
      '<folder>',
      'folder with projects.csv, reports.csv, summary.csv, quarterly.csv and, with them, the KPI tables; or with projects.csv and budget.csv',
    )
    .option('--dry-run', 'show what would be posted and record nothing');
  withWordsFlags(command)
    .description('take a folder of published tables over: every fault is listed, then nothing is posted')
    .addHelpText(
      'before',
      examples(
        'obligo import deploy/samples/etda-fy2569 --data D',
        'obligo import deploy/samples/etda-fy2569 --data D --dry-run',
        'obligo import deploy/samples/etda-fy2563 --data D',
      ),
    )
    .action(run((folder: string, flags: ImportFlags) => importFolder(io, folder, flags)));
  addImportLog(command, io, run);
}

async function importFolder(io: Io, folder: string, flags: ImportFlags): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  const files = await readTables(folder);
  const use = {
    mode: flags.dryRun ? 'try' : 'post',
    purpose: 'import',
    awaited: `checking ${files.length} files of ${folder}${flags.dryRun ? '' : ' and posting them'}`,
  } as const;
  return withLedger(io, flags, use, async (connection) => {
    const reply = await connection.send({
      method: 'POST',
      path: 'imports',
      query: {
        dryRun: flags.dryRun ? 'true' : undefined,
        organisation: settingOf('organisation', flags, io.env).value,
      },
      body: { files },
      headers: { 'obligo-actor': actorHeader(flags, io) },
    });
    if (reply.status >= 400) return printProblem(io, reply, asJson);
    if (asJson) io.out(`${reply.text.trimEnd()}\n`);
    else {
      const held = files.some(({ name }) => name === 'budget.csv') ? 'documents' : 'reports';
      printImported(io, JSON.parse(reply.text) as Imported, held);
    }
    return EXIT.done;
  });
}

function printImported(
  io: Io,
  { organisation, dryRun, nothingToPost, skipped, notes, summary, receipt }: Imported,
  held: 'reports' | 'documents',
): void {
  for (const { message } of notes) io.err(`note: ${message}\n`);
  if (nothingToPost) {
    io.out(`nothing to post: the ${held} of this folder are recorded (${skipped.join(', ')})\n`);
    return;
  }
  io.out(`${dryRun ? 'would post' : 'posted'} ${summary.postings} commands for ${organisation}\n`);
  for (const { report, bookedOn, postings, commands } of summary.steps) {
    io.out(`  booked ${bookedOn}  ${report ?? 'budget and plans'}: ${postings}\n`);
    for (const { category, command, count } of commands) {
      io.out(`    ${String(count).padStart(4)}  ${command} (${category})\n`);
    }
  }
  if (receipt?.position !== undefined) {
    io.out(
      `${receipt.events} events, the last at position ${receipt.position}; key ${receipt.idempotencyKey}\n`,
    );
    io.err(
      summary.steps.some(({ report }) => report !== undefined)
        ? 'next: obligo report quarterly --fiscal-year <year> --quarter <quarter>\n'
        : 'next: obligo report budget-book --fiscal-year <year>\n',
    );
  }
}
