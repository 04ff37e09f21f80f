import { setTimeout } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { type Instant, RefusalError } from '#kernel';
import type { Exported, ExportOptions } from '#verification';
import { type AnswerFlags, asJsonOf, withWordsFlags } from '../answer.ts';
import { type Place, placeOf } from '../connection/place.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { nounOf } from '../nouns.ts';
import { waitingFor } from '../progress.ts';
import { wrongUse } from '../settings.ts';
import { examples, type Run } from './question.ts';
import { sealBeforeExport } from './seal-before-export.ts';

interface ExportFlags extends AnswerFlags {
  readonly out?: string;
}

/** The whole log as a folder that anybody can verify without the ledger. */
export function addExport(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'export')
    .command('log')
    .option('--out <folder>', 'where the bundle goes: a new or an empty folder (required)')
    .addOption(new Option('--organisation <code>').hideHelp());
  withWordsFlags(command)
    .description(
      'seal, and write events, checkpoints, keys, schemas and totals as a bundle; exit code 6 when they do not fit',
    )
    .addHelpText('before', examples('obligo export log --data D --out B'))
    .action(run((flags: ExportFlags) => exportLog(io, flags)));
}

async function exportLog(io: Io, flags: ExportFlags): Promise<ExitCode> {
  need(flags, 'out');
  // Whoever names one counts on the others staying here.
  if (flags.organisation !== undefined)
    throw wrongUse('A bundle holds the log of all organisations; expected no --organisation.');
  const asJson = asJsonOf(flags);
  const data = folderOf(placeOf(io, flags));
  const done = waitingFor(io, `exporting ${data}`);
  try {
    const sealing = await sealBeforeExport(io, data);
    const { standsStill, manifest, left, fits } = await exported(data, {
      out: flags.out ?? '',
      createdAt: new Date(io.now()).toISOString() as Instant,
      extent: sealing.problem === undefined ? 'sealed' : 'all',
    });
    done();
    const { origin, leaves, access } = manifest;
    if (asJson) {
      const said = { bundle: flags.out, origin, events: leaves.size, accessEvents: access.size, left, fits };
      io.out(`${JSON.stringify({ schema: 'obligo.export/1', ...said, root: leaves.root })}\n`);
    } else {
      io.out(
        `${leaves.size} events and ${access.size} of the access log of ${origin}, root ${leaves.root}\n`,
      );
      io.err(`next: obligo verify ${flags.out ?? ''}\n`);
    }
    if (left > 0)
      io.err(
        `note: ${left} events came after the last checkpoint and are not in the bundle; seal first: obligo seal now\n`,
      );
    if (sealing.problem !== undefined) io.err(`${sealing.problem}\n`);
    if (standsStill !== undefined)
      io.err(
        `note: the read models of the service stand still at position ${standsStill}: totals.json is what they report there\n`,
      );
    // The bundle may verify: it does not hold the keys that contradict it.
    if (fits) return sealing.isBroken === true ? EXIT.differences : EXIT.done;
    io.err(
      'the events are not those that were sealed: the bundle carries them as they are, and does not verify\n',
    );
    return EXIT.differences;
  } finally {
    done();
  }
}

/** Read models that a service brings up to its log move within this time. */
const MOVES_MS = 3_000;

/**
 * The folder as a bundle. Beside a service whose read models follow, it waits for them; where they stand still, totals are
 * carried as they are there, and the position is told.
 */
async function exported(
  data: string,
  options: ExportOptions,
): Promise<Exported & { readonly standsStill?: number }> {
  const { exportFolder } = await import('#verification');
  for (let seen: number | undefined; ;) {
    try {
      return await exportFolder(data, options);
    } catch (error) {
      const at = behindAt(error);
      if (at === undefined) throw error;
      if (at === seen)
        return { ...(await exportFolder(data, { ...options, takesEarlierTotals: true })), standsStill: at };
      seen = at;
      await setTimeout(MOVES_MS);
    }
  }
}

/** How far read models have read that are behind what is to be exported. */
function behindAt(error: unknown): number | undefined {
  if (!(error instanceof RefusalError) || error.refusal.code !== 'read-models-behind') return undefined;
  return Number(error.refusal.details['upTo']);
}

/** What is exported is read from the folder itself; whoever has it could read it anyway. */
function folderOf({ data }: Place): string {
  if (data !== undefined) return data;
  throw wrongUse('A log is exported on the folder itself: expected --data; a service that owns it goes on.');
}
