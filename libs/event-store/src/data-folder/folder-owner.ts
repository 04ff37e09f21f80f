import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { isBusy, isDamage } from '../sqlite/sqlite-errors.ts';
import { folderInUse, folderNotWritable } from './folder-refusals.ts';

/** Who holds a data folder, as told to those who are refused. */
export interface FolderOwner {
  readonly pid: number;
  readonly host: string;
  readonly purpose: string;
  readonly since: Instant;
  readonly url?: string;
}

export interface Ownership {
  readonly owner: FolderOwner;
  announce(url: string): void;
  release(): void;
}

interface OwnershipOptions {
  readonly purpose: string;
  readonly url: string | undefined;
  readonly clock: () => number;
}

/**
 * Takes the folder for this process. The lock is one of the operating system on `owner.lock`, held through
 * SQLite: it ends with the process, however that ends, and refuses a second opening in this process too.
 * The facts about the owner stand in `owner.json` beside it.
 */
export function takeOwnership(folder: string, { purpose, url, clock }: OwnershipOptions): Ownership {
  const lock = lockFolder(folder);
  const since = new Date(clock()).toISOString() as Instant;
  let owner: FolderOwner = { pid: process.pid, host: hostname(), purpose, since, ...(url && { url }) };
  let released = false;
  try {
    publish(folder, owner);
  } catch (error) {
    lock.close();
    throw folderNotWritable(folder, error);
  }
  return {
    get owner() {
      return owner;
    },
    announce(reachableAt) {
      owner = { ...owner, url: reachableAt };
      if (!released) publish(folder, owner);
    },
    release() {
      if (released) return;
      released = true;
      rmSync(factsFile(folder), { force: true });
      lock.close();
    },
  };
}

/** The file must only ever be touched through SQLite: closing another handle on it would drop the lock. */
function lockFolder(folder: string): DatabaseSync {
  const file = join(folder, 'owner.lock');
  const wasThere = existsSync(file);
  const lock = locked(folder, file);
  const owner = wasThere ? undefined : readFacts(folder);
  if (owner === undefined || !isElsewhereAlive(owner)) return lock;
  // Else the next attempt would find a lock that nobody holds.
  lock.close();
  rmSync(file);
  throw folderInUse(folder, owner, LOCK_TAKEN_AWAY);
}

/** Who owns a folder holds a file that no longer has a name, where somebody removed it. */
const LOCK_TAKEN_AWAY =
  ' Its owner.lock was taken away. Where that number is another program by now, remove owner.json.';

function locked(folder: string, file: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    takeLock(lock, file);
    return lock;
  } catch (error) {
    lock?.close();
    throw isBusy(error) ? folderInUse(folder, readFacts(folder)) : folderNotWritable(folder, error);
  }
}

/** What another program left in the file is emptied: it holds nothing but its lock, and that is free. */
function takeLock(lock: DatabaseSync, file: string): void {
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (!isDamage(error)) throw error;
    truncateSync(file);
    lock.exec('BEGIN EXCLUSIVE');
  }
}

/** Whether the process that the facts name still runs on this machine, and is not this one under the number of its forerunner. */
function isElsewhereAlive({ pid, host }: FolderOwner): boolean {
  if (host !== hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Readers see the old facts or the new ones, never half of them. */
function publish(folder: string, owner: FolderOwner): void {
  const fresh = `${factsFile(folder)}.new`;
  writeFileSync(fresh, `${JSON.stringify(owner, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, factsFile(folder));
}

function readFacts(folder: string): FolderOwner | undefined {
  try {
    return JSON.parse(readFileSync(factsFile(folder), 'utf8')) as FolderOwner;
  } catch {
    // The owner has the lock and is about to write them.
    return undefined;
  }
}

function factsFile(folder: string): string {
  return join(folder, 'owner.json');
}
