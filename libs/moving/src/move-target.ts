import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type LogName,
  openDataFolder,
  openRestoration,
  openSqliteEventStore,
  type Restoration,
} from '#event-store';
import { copyDurably, PARTIAL } from './carry-files.ts';
import { fileOf, LOG_FILES, LOG_NAMES, openFiles, openOnServer, type OpenedLogs } from './opened-logs.ts';
import { refuse } from './refusals.ts';
import type { MakeFolder } from './scratch.ts';
import type { LocalPlace, StorePlace } from './store-place.ts';

export interface MoveTarget {
  /** Where the copy grows. */
  readonly shown: string;
  /** The folder for the files beside the log; nothing where none is known. */
  readonly files: string | undefined;
  /** The logs as they are there at this moment, to be read: never what this process remembers of them. */
  read(): Promise<OpenedLogs>;
  /** Writes on at the end of a log. */
  restoration(log: LogName): Promise<Restoration>;
  /** Keeps the copies of an event database that were read back, for the process that will work with the folder. */
  keepCopies(): void;
  /** Gives what is complete its name. Throws `move-not-in-place`. */
  putInPlace(): void;
  /** Lets go of it; what is there stays. */
  release(): void;
}

export interface TargetOptions {
  /** Where copies of the logs of an event database may grow. */
  readonly makeFolder: MakeFolder;
  /** The folder for the files beside a log that is not moved into a folder itself. */
  readonly files?: string | undefined;
}

/** What is not complete has a name of its own, so that nobody takes it for a ledger. */
const UNFINISHED = '.moving';

/**
 * Opens what is moved to. A new folder or file grows under another name until it is complete; a log that is there
 * already is continued where it is. Throws the refusals of a folder that is not usable.
 */
export function openTarget(place: StorePlace, options: TargetOptions): MoveTarget {
  return place.kind === 'server' ? serverTarget(place, options) : localTarget(place, options);
}

function serverTarget(
  place: Extract<StorePlace, { kind: 'server' }>,
  { makeFolder, files }: TargetOptions,
): MoveTarget {
  const beside = files === undefined ? undefined : workFolder(files);
  // What is looked at first, in the copy of an earlier run where there is one, is written on with; what was written is
  // read anew.
  const hasCopy = beside !== undefined && existsSync(join(beside.dir, LOG_FILES.ledger));
  const first = hasCopy ? beside.dir : makeFolder();
  let read = first;
  let isWritten = false;
  return {
    shown: place.shown,
    files: beside?.dir,
    read: () => {
      if (isWritten) read = makeFolder();
      return openOnServer(place, read);
    },
    restoration: (log) => {
      isWritten = true;
      return openRestoration(place.home, { log, file: join(first, LOG_FILES[log]) });
    },
    keepCopies: () => {
      if (!beside) return;
      // What was read back is the copy that the first process would have to make. It makes the folder one of a ledger.
      for (const name of Object.values(LOG_FILES)) {
        if (!existsSync(join(beside.dir, name))) copyDurably(join(read, name), join(beside.dir, name));
      }
    },
    putInPlace: () => beside?.putInPlace(),
    release: () => beside?.release(),
  };
}

function localTarget(place: LocalPlace, { files }: TargetOptions): MoveTarget {
  const dir = place.kind === 'folder' ? place.dir : files;
  const folder = dir === undefined ? undefined : workFolder(dir);
  const work = place.kind === 'folder' ? { ...place, dir: folder?.dir ?? place.dir } : fileOfWork(place);
  return {
    shown: work.kind === 'folder' ? work.dir : work.file,
    files: folder?.dir,
    read: async () => {
      // Whoever was stopped before the first event left files without tables, or none.
      for (const log of LOG_NAMES) await openSqliteEventStore({ file: fileOf(work, log) }).close();
      return openFiles(work, false);
    },
    restoration: (log) => openRestoration(work.home, { log, file: fileOf(work, log) }),
    keepCopies: () => undefined,
    putInPlace: () => {
      folder?.putInPlace();
      if (work.kind === 'file' && place.kind === 'file' && work.file !== place.file) {
        for (const log of LOG_NAMES) rename(fileOf(work, log), fileOf(place, log));
      }
    },
    release: () => folder?.release(),
  };
}

/** A log that is there is continued where it is. */
function fileOfWork(place: Extract<LocalPlace, { kind: 'file' }>): LocalPlace {
  if (existsSync(place.file)) return place;
  return { ...place, file: place.file.replace(/(?:\.sqlite)?$/, `${UNFINISHED}.sqlite`) };
}

/** A folder that this process owns while it is filled. */
interface WorkFolder {
  readonly dir: string;
  putInPlace(): void;
  release(): void;
}

/**
 * A ledger that is there is continued where it is, and so is a folder that cannot be exchanged for another. Throws why it
 * is none that can be moved to.
 */
function workFolder(dir: string): WorkFolder {
  const stays = existsSync(join(dir, LOG_FILES.ledger)) || (existsSync(dir) && !isExchangeable(dir));
  const work = stays ? dir : `${dir}${UNFINISHED}`;
  // All that a crash can leave before the folder is one of a ledger.
  rmSync(join(work, `${LOG_FILES.ledger}${PARTIAL}`), { force: true });
  const owned = openDataFolder(work, { create: true, purpose: 'move' });
  return {
    dir: work,
    putInPlace: () => {
      owned.release();
      if (work === dir) return;
      rmSync(join(work, 'owner.lock'), { force: true });
      rename(work, dir);
    },
    release: () => {
      owned.release();
      // Refused before anything was written: no trace of it is left.
      if (work === dir || !existsSync(work) || readdirSync(work).some((name) => name !== 'owner.lock'))
        return;
      rmSync(work, { recursive: true });
    },
  };
}

/** An empty folder on the disk of the one that it lies in. */
function isExchangeable(dir: string): boolean {
  const found = statSync(dir);
  const parent = statSync(dirname(dir));
  return found.isDirectory() && found.dev === parent.dev && readdirSync(dir).length === 0;
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    const message = `${from} is complete and could not be renamed to ${to} (${String(error)}): give it that name by hand.`;
    throw refuse('move-not-in-place', message, { from, to });
  }
}
