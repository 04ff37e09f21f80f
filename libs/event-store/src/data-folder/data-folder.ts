import { accessSync, constants, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  fileHasOtherNames,
  fileIsLink,
  folderNotALedger,
  folderNotReadable,
  folderNotWritable,
  noLedgerHere,
} from './folder-refusals.ts';
import { damaged } from '../sqlite/sqlite-errors.ts';
import { takeOwnership, type FolderOwner } from './folder-owner.ts';

export type { FolderOwner } from './folder-owner.ts';

export interface OpenDataFolderOptions {
  /** Make the folder, or a ledger in an empty one, when there is none. */
  readonly create: boolean;
  /** What the owner does with it, as others will read it: "serve", "import". */
  readonly purpose: string;
  /** Where the owner can be reached, when it is known already. */
  readonly url?: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly clock?: () => number;
}

/** A folder with a ledger, owned by this process until it is released or ends. */
export interface DataFolder {
  readonly dir: string;
  /** The log. */
  readonly ledgerFile: string;
  /** The read models; can be thrown away and rebuilt. */
  readonly projectionsFile: string;
  /** The log of who may do what. */
  readonly accessLogFile: string;
  /** Accounts of people, tokens and sessions; personal data are here and nowhere else. */
  readonly identitiesFile: string;
  /** Who looked at what. */
  readonly readingsFile: string;
  /** What people keep while they work, and what they were refused. */
  readonly deskFile: string;
  /** What verifications of this folder came to. */
  readonly verificationsFile: string;
  /** Hashes of both logs, and the checkpoints that were signed over them. */
  readonly sealsFile: string;
  /** The key that seals secrets at rest, unless it is kept elsewhere. */
  readonly keyFile: string;
  readonly owner: FolderOwner;
  /** Tells others where the owner can be reached. */
  announce(facts: { readonly url: string }): void;
  /** Lets the next owner in. */
  release(): void;
}

const LEDGER = 'ledger.sqlite';
const PROJECTIONS = 'projections.sqlite';
const ACCESS_LOG = 'access-log.sqlite';
const SEALS = 'seals.sqlite';
/** The log is made before these: as long as it is empty, they are. */
const FILLED = [PROJECTIONS, ACCESS_LOG, SEALS];
/** What an empty folder may hold: traces of an owner that never wrote, and what a fresh disk brings along. */
const EMPTY = new Set([
  'owner.lock',
  'owner.lock-journal',
  'owner.json',
  'owner.json.new',
  'lost+found',
  '.DS_Store',
]);

/**
 * Takes a data folder for this process. Throws the refusals `no-ledger-here`, `folder-not-a-ledger`, `file-is-a-link`,
 * `ledger-damaged`, `data-folder-not-readable`, `data-folder-not-writable`, or `data-folder-in-use` with the facts of the owner.
 */
export function openDataFolder(dir: string, options: OpenDataFolderOptions): DataFolder {
  const folder = resolve(dir);
  const { create, purpose, url, clock = Date.now } = options;
  assertUsable(folder, create);
  const ownership = takeOwnership(folder, { purpose, url, clock });
  return {
    dir: folder,
    ledgerFile: join(folder, LEDGER),
    projectionsFile: join(folder, PROJECTIONS),
    accessLogFile: join(folder, ACCESS_LOG),
    identitiesFile: join(folder, 'identities.sqlite'),
    readingsFile: join(folder, 'readings.sqlite'),
    deskFile: join(folder, 'desk.sqlite'),
    verificationsFile: join(folder, 'verifications.jsonl'),
    sealsFile: join(folder, SEALS),
    keyFile: join(folder, 'access.key'),
    get owner() {
      return ownership.owner;
    },
    announce: (facts) => ownership.announce(facts.url),
    release: () => ownership.release(),
  };
}

/**
 * Refuses a folder with `data-folder-not-readable` where this user may not look for a log in it, or not into it. Opens no
 * file: closing it again would drop the locks that this process holds on it.
 */
export function assertReadable(folder: string): void {
  try {
    for (const name of [LEDGER, ...FILLED]) {
      const file = join(folder, name);
      if (statSync(file, { throwIfNoEntry: false })) accessSync(file, constants.R_OK);
    }
  } catch (error) {
    throw folderNotReadable(folder, error);
  }
}

function assertUsable(folder: string, create: boolean): void {
  assertReadable(folder);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw folderNotALedger(folder, 'is not a folder');
  const ledger = join(folder, LEDGER);
  // A folder has one owner; a log that two folders lead to would have two.
  const logs = found ? [ledger, join(folder, ACCESS_LOG)] : [];
  const linked = logs.find(isLink);
  if (linked !== undefined) throw fileIsLink(linked);
  const shared = logs.find(hasOtherNames);
  if (shared !== undefined) throw fileHasOtherNames(shared);
  const log = statSync(ledger, { throwIfNoEntry: false });
  // SQLite would take an emptied file for a new one, and what stood in it would be missed by nobody.
  if ((log?.size ?? 0) === 0 && FILLED.some((name) => hasContent(join(folder, name)))) {
    throw damaged(ledger, `it is ${log ? 'empty' : 'missing'}, and the files beside it are not`);
  }
  if (log) return;
  if (!create) throw noLedgerHere(folder);
  if (found && readdirSync(folder).some((name) => !EMPTY.has(name))) {
    throw folderNotALedger(folder, 'holds other files and no ledger');
  }
  if (!found) makeFolder(folder);
}

const isLink = (file: string): boolean =>
  lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

const hasOtherNames = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.nlink ?? 1) > 1;

const hasContent = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderNotWritable(folder, error);
  }
}
