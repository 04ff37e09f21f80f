import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type AnswerFlags, formatOf, withAnswerFlags } from '../answer.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { printProblem } from '../problem.ts';
import { actorHeader, settingOf, withLedger, wrongUse } from '../settings.ts';
import { examples } from './reports.ts';

interface ImportFlags extends AnswerFlags {
  readonly dryRun?: boolean;
}

type Run = (
  action: (folder: string, flags: ImportFlags) => Promise<ExitCode>,
) => (folder: string, flags: ImportFlags) => Promise<void>;

const MOST_BYTES = 32 * 1024 * 1024;

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
  withAnswerFlags(program.command('import'))
    .description('take a folder of published tables over: every fault is listed, then nothing is posted')
    .argument(
      '<folder>',
      'folder with projects.csv, reports.csv, summary.csv, quarterly.csv and, with them, the KPI tables',
    )
    .option('--dry-run', 'show what would be posted and record nothing')
    .addHelpText(
      'before',
      examples('obligo import deploy/samples/etda-fy2569 --data D', 'obligo import folder --dry-run'),
    )
    .action(run((folder, flags) => importFolder(io, folder, flags)));
}

async function importFolder(io: Io, folder: string, flags: ImportFlags): Promise<ExitCode> {
  const asJson = formatOf(flags) === 'json';
  const files = await readTables(folder);
  const say = progress(io);
  say(`reading ${files.length} files of ${folder}`);
  return withLedger(io, flags, { create: flags.dryRun !== true, purpose: 'import' }, async (connection) => {
    say('checking every cell and posting');
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
    say();
    if (reply.status >= 400) return printProblem(io, reply, asJson);
    if (asJson) io.out(`${reply.text.trimEnd()}\n`);
    else printImported(io, JSON.parse(reply.text) as Imported);
    return EXIT.done;
  });
}

/** A line that says what is awaited; on a terminal each takes the place of the one before. */
function progress(io: Io): (step?: string) => void {
  return (step) => {
    if (io.terminal) io.err(step === undefined ? '\r\u001b[K' : `\r\u001b[K${step} …`);
    else if (step !== undefined) io.err(`${step}\n`);
  };
}

async function readTables(folder: string): Promise<{ name: string; content: string }[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw wrongUse(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  });
  const names = found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
    .map(({ name }) => name);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const bytes = sizes.reduce((total, size) => total + size, 0);
  if (names.length === 0)
    throw wrongUse(`${folder} has no CSV files; expected projects.csv and the other tables.`);
  if (bytes > MOST_BYTES)
    throw wrongUse(`${folder} has ${bytes} bytes of tables; expected at most ${MOST_BYTES}.`);
  return Promise.all(
    names.sort().map(async (name) => ({ name, content: await readFile(join(folder, name), 'utf8') })),
  );
}

function printImported(
  io: Io,
  { organisation, dryRun, nothingToPost, skipped, notes, summary, receipt }: Imported,
): void {
  for (const { message } of notes) io.err(`note: ${message}\n`);
  if (nothingToPost) {
    io.out(`nothing to post: everything in this folder is recorded (${skipped.join(', ')})\n`);
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
    io.err('next: obligo report quarterly --fiscal-year <year> --quarter <quarter>\n');
  }
}
