import type { Command } from 'commander';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import { placeOf } from '../connection/place.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Interrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import { wrongUse } from '../settings.ts';
import { examples, type Run } from './question.ts';
import { progressOn } from './verify-progress.ts';
import { sayFinding } from './verify-words.ts';

interface ImportLogFlags extends AnswerFlags {
  readonly keys?: string;
  readonly checkpoint?: string;
}

/** A log taken over as it was recorded, under the command that imports tables. */
export function addImportLog(importing: Command, io: Io, run: Run): void {
  const command = importing
    .command('log')
    .argument('<bundle>', 'what obligo export log wrote')
    .option('--keys <file>', 'verifier keys that were published, one a line')
    .option('--checkpoint <file>', 'signed checkpoints that were kept elsewhere');
  withWordsFlags(command)
    .description(
      'make a ledger of a bundle in a new or empty folder, verified while it is read: the same bytes, times and checkpoints, or nothing',
    )
    .addHelpText('before', examples('obligo import log B --data E'))
    .action(
      // The command above it has the same flags, and takes them wherever they stand.
      run((bundle: string, _flags: ImportLogFlags, own: Command) =>
        importLog(io, bundle, own.optsWithGlobals<ImportLogFlags>()),
      ),
    );
}

async function importLog(io: Io, bundle: string, flags: ImportLogFlags): Promise<ExitCode> {
  const asJson = asJsonOf(flags);
  const { data } = placeOf(io, flags);
  if (data === undefined) throw wrongUse('A log is imported into a folder: expected --data with a new one.');
  const { importBundle } = await import('#verification');
  const progress = progressOn(io);
  const questions = {
    keysFile: flags.keys,
    checkpointFile: flags.checkpoint,
    onFinding: (finding: Parameters<typeof sayFinding>[1]) =>
      progress.above(() => sayFinding(io, finding, asJson)),
    onProgress: (step: Parameters<typeof progress.show>[0]) => {
      if (io.interrupted.aborted) throw new Interrupted();
      progress.show(step);
    },
  };
  try {
    const { events, accessEvents, root, findings } = await importBundle(bundle, data, questions);
    progress.clear();
    if (findings > 0) {
      io.err(`${findings} findings: nothing was imported\n`);
      return EXIT.differences;
    }
    if (asJson) {
      io.out(`${JSON.stringify({ schema: 'obligo.log-import/1', data, events, accessEvents, root })}\n`);
    } else {
      io.out(`${events} events and ${accessEvents} of the access log in ${data}, root ${root}\n`);
      io.err('people and passwords are no part of a bundle: obligo access recover gives a way in\n');
      io.err(
        'to seal what comes next, bring the signing key along, or begin a new one: obligo seal rotate-key --lost\n',
      );
    }
    return EXIT.done;
  } finally {
    progress.clear();
  }
}
