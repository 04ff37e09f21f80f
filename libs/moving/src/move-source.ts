import { existsSync } from 'node:fs';
import { openDataFolder } from '#event-store';
import { RefusalError } from '#kernel';
import { fileOf, openFiles, openOnServer, type OpenedLogs } from './opened-logs.ts';
import { refuse } from './refusals.ts';
import type { MakeFolder } from './scratch.ts';
import type { LocalPlace, StorePlace } from './store-place.ts';

export interface MoveSource {
  readonly place: StorePlace;
  readonly logs: OpenedLogs;
  /** The folder with the files beside the log; nothing where none is known. */
  readonly files: string | undefined;
  /** False while somebody else owns that folder, and may post. */
  readonly isOurs: boolean;
  close(): Promise<void>;
}

export interface SourceOptions {
  /** Where copies of the logs of an event database may grow. */
  readonly makeFolder: MakeFolder;
  /** The folder with the files beside a log that is not in a folder itself. */
  readonly files?: string | undefined;
  /** Whether a folder may be read while another process owns it. */
  readonly whileInUse: boolean;
}

/**
 * Opens the logs that are moved; nothing is written to them. Throws `move-nothing-there`, `data-folder-in-use`, or why
 * the place cannot be opened.
 */
export async function openSource(place: StorePlace, options: SourceOptions): Promise<MoveSource> {
  if (place.kind !== 'server') mustExist(place);
  const files = place.kind === 'folder' ? place.dir : options.files;
  const owned = files === undefined ? undefined : own(files, options.whileInUse);
  const isOurs = files === undefined || owned !== undefined;
  try {
    const logs = await (place.kind === 'server'
      ? openOnServer(place, options.makeFolder())
      : openFiles(place, !isOurs));
    const close = async (): Promise<void> => {
      await logs.close();
      owned?.release();
    };
    return { place, logs, files, isOurs, close };
  } catch (error) {
    owned?.release();
    throw error;
  }
}

/** Keeps others from posting meanwhile; nothing where somebody does, and that is allowed. */
function own(dir: string, whileInUse: boolean): { release(): void } | undefined {
  try {
    return openDataFolder(dir, { create: false, purpose: 'move' });
  } catch (error) {
    const isInUse = error instanceof RefusalError && error.refusal.code === 'data-folder-in-use';
    if (isInUse && whileInUse) return undefined;
    throw error;
  }
}

function mustExist(place: LocalPlace): void {
  const file = fileOf(place, 'ledger');
  if (existsSync(file)) return;
  throw refuse('move-nothing-there', `${file} is not there: expected a log to move.`, { from: place.shown });
}
