import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type FoundSeals, foundSeals, SEALS } from './found-seals.ts';
import { refuse } from './refusals.ts';

/** What belongs to the log and lies beside it. */
const OF_THE_LOG = [SEALS, 'published'] as const;

/** What belongs to those who work with it: accounts and the key that seals their secrets, drafts, who looked at what. */
const OF_THE_PEOPLE = [
  'identities.sqlite',
  'access.key',
  'desk.sqlite',
  'readings.sqlite',
  'verifications.jsonl',
] as const;

export interface CarryOptions {
  readonly from: string;
  readonly to: string;
  /** Also what belongs to the people. */
  readonly everything: boolean;
  /** Time for the names of files that are replaced. */
  readonly now: Date;
}

/** Names in the folder: what came along, and where what was there before went. */
export interface Carried {
  readonly carried: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Copies the files beside the log from a folder that nobody else has open into another. What is there already and is the
 * same stays; what differs is kept under another name. Throws `move-target-sealed-otherwise`.
 */
export function carryFiles({ from, to, everything, now }: CarryOptions): Carried {
  const goesOn = sealsGoOn(foundSeals(from), foundSeals(to), to);
  const names = [...OF_THE_LOG, ...(everything ? OF_THE_PEOPLE : [])].filter(
    (name) => name !== SEALS || goesOn,
  );
  const carried: string[] = [];
  const kept: string[] = [];
  for (const name of names.flatMap((each) => filesUnder(from, each))) {
    // The journal first: beside a database that appears without it, it would come too late.
    const files = [`${name}-wal`, name];
    if (files.every((file) => isSame(join(from, file), join(to, file)))) continue;
    if (existsSync(join(to, name))) kept.push(setAside(to, name, now));
    for (const file of files) if (existsSync(join(from, file))) copyDurably(join(from, file), join(to, file));
    carried.push(name);
  }
  return { carried, kept };
}

/** Whether the seals are to be copied: those that are there may be the same, or go on further. */
function sealsGoOn({ notes }: FoundSeals, { notes: there }: FoundSeals, to: string): boolean {
  const shared = Math.min(notes.length, there.length);
  const same = notes.slice(0, shared).every((note, index) => note === there[index]);
  if (same) return notes.length > there.length;
  const message = `${SEALS} in ${to} holds checkpoints that ${SEALS} of the ledger does not: expected its own, or none.`;
  throw refuse('move-target-sealed-otherwise', message, { folder: to });
}

/** A file, or all that lie in a folder. */
function filesUnder(folder: string, name: string): string[] {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [name] : [];
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Neither is there, or both are and hold the same. */
function isSame(one: string, other: string): boolean {
  if (!existsSync(one) || !existsSync(other)) return existsSync(one) === existsSync(other);
  return statSync(one).size === statSync(other).size && digestOf(one) === digestOf(other);
}

/** Nothing is ever overwritten; a database goes with its journal. */
function setAside(folder: string, name: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const aside = `${name}.before-${stamp}`;
  renameSync(join(folder, name), join(folder, aside));
  const journal = join(folder, `${name}-wal`);
  if (existsSync(journal)) renameSync(journal, join(folder, `${aside}-wal`));
  return aside;
}

/** What is not on the disk yet as a whole has this behind its name. */
export const PARTIAL = '.partial';

/** The name appears when all of it is on the disk. */
export function copyDurably(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const partial = `${target}${PARTIAL}`;
  copyFileSync(source, partial);
  const file = openSync(partial, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (!isSame(source, partial))
    throw new Error(`${partial} is not what ${source} is: the disk may be failing`);
  renameSync(partial, target);
}
