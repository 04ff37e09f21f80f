import type { Command } from 'commander';
import type { StorePlace, Telling } from '#moving';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { refuseMissing } from '../needed.ts';
import { wrongUse } from '../settings.ts';
import { moveProgress } from './move-progress.ts';
import { sayCompared, sayMoved } from './move-words.ts';
import { examples, type Run } from './question.ts';

export interface MoveFlags {
  readonly from?: string;
  readonly to?: string;
  readonly filesFrom?: string;
  readonly filesTo?: string;
  readonly everything?: boolean;
  readonly whileInUse?: boolean;
  readonly verifyOnly?: boolean;
  readonly json?: boolean;
}

const STORE = 'a data folder, a .sqlite file, esdb://… or kurrentdb://…';

/** A ledger moves to another store, byte for byte, and the store that it came from stays as it is. */
export function addMove(program: Command, io: Io, run: Run): void {
  program
    .command('move')
    .optionsGroup('Stores:')
    .option('--from <store>', `${STORE} (OBLIGO_MOVE_FROM)`)
    .option('--to <store>', 'the same; new, or the beginning of what is moved (OBLIGO_MOVE_TO)')
    .option('--files-from <folder>', 'data folder with seals and published files, when --from is no folder')
    .option('--files-to <folder>', 'data folder that they go to, when --to is no folder')
    .optionsGroup('Move:')
    .option('--everything', 'also accounts and their key, drafts, and who looked at what')
    .option(
      '--while-in-use',
      'read a folder that a service owns; what it posts meanwhile is moved the next time',
    )
    .option('--verify-only', 'write nothing: compare both stores; exit code 6 when they differ')
    .option('--json', 'the summary as JSON')
    .description(
      'copy a ledger to another store: the same bytes, positions, times and answers; goes on where it was interrupted, and reads everything back',
    )
    .addHelpText(
      'before',
      examples(
        'obligo move --from D --to kurrentdb://db1:2113,db2:2113,db3:2113 --files-to D2',
        'obligo move --from kurrentdb://db1:2113 --files-from D2 --to D3',
      ),
    )
    .action(run((flags: MoveFlags) => moveOrCompare(io, flags)));
}

async function moveOrCompare(io: Io, flags: MoveFlags): Promise<ExitCode> {
  const given = {
    from: flags.from ?? io.env['OBLIGO_MOVE_FROM'],
    to: flags.to ?? io.env['OBLIGO_MOVE_TO'],
  };
  refuseMissing(Object.entries(given).flatMap(([name, value]) => (value ? [] : [name])));
  // Loaded only here: help needs none of it.
  const { storePlace } = await import('#moving');
  const places = { from: storePlace(given.from ?? ''), to: storePlace(given.to ?? '') };
  mustNeedFiles('files-from', flags.filesFrom, places.from);
  mustNeedFiles('files-to', flags.filesTo, places.to);
  const progress = moveProgress(io);
  const telling: Telling = { onStep: (step) => progress.show(step), signal: io.interrupted };
  try {
    const act = flags.verifyOnly ? compare : moveOver;
    return await act(io, flags, places, telling);
  } catch (error) {
    if (!io.interrupted.aborted) throw error;
    progress.clear();
    io.err('interrupted: what was copied is kept; repeat the command, and it goes on\n');
    return EXIT.interrupted;
  } finally {
    progress.clear();
  }
}

interface Places {
  readonly from: StorePlace;
  readonly to: StorePlace;
}

async function moveOver(io: Io, flags: MoveFlags, places: Places, telling: Telling): Promise<ExitCode> {
  const { filesFrom, filesTo, everything = false, whileInUse = false } = flags;
  const { move } = await import('#moving');
  const now = new Date(io.now());
  const moved = await move({ ...places, ...telling, filesFrom, filesTo, everything, whileInUse, now });
  sayMoved(io, flags, places, moved);
  return EXIT.done;
}

async function compare(io: Io, flags: MoveFlags, places: Places, telling: Telling): Promise<ExitCode> {
  const { compareStores } = await import('#moving');
  const compared = await compareStores({ ...places, ...telling, filesFrom: flags.filesFrom });
  sayCompared(io, flags, places, compared);
  return compared.differences.length === 0 ? EXIT.done : EXIT.differences;
}

function mustNeedFiles(flag: string, folder: string | undefined, place: StorePlace): void {
  if (folder === undefined || place.kind !== 'folder') return;
  throw wrongUse(`--${flag} is given, and the files beside the log are in ${place.shown} itself.`);
}
