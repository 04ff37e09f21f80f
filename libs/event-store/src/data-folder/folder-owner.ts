import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { isBusy } from '../sqlite/sqlite-errors.ts';
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
  publish(folder, owner);
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
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'owner.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    throw isBusy(error) ? folderInUse(folder, readFacts(folder)) : folderNotWritable(folder, error);
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
