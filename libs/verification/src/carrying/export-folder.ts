import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import {
  type CarriedFile,
  type LeafEvent,
  type Manifest,
  parseCheckpoint,
  type ListedKey,
  parseListedKey,
  type TotalsRow,
  type TreeHead,
  writeBundle,
} from '#audit-trail';
import { assertReadable } from '#event-store';
import { type Instant, isRefusal, type RefusalError } from '#kernel';
import { accessBook, ledgerBook } from '../books.ts';
import { FILES } from '../folder/file-names.ts';
import { openFolder, type OpenedFolder } from '../folder/read-folder.ts';
import type { StoredLog } from '../folder/stored-log.ts';
import { refuse } from '../refusals.ts';
import { reportedTotals } from '../totals/reported-totals.ts';
import { eventSchemas } from './event-schemas.ts';

export interface ExportOptions {
  /** Where the bundle goes; a new or an empty folder. */
  readonly out: string;
  readonly createdAt: Instant;
  /**
   * `all` writes every event, also where no checkpoint vouches for it: a log that was changed is carried as it is.
   * `sealed` ends at the last checkpoint.
   */
  readonly extent: 'all' | 'sealed';
  /**
   * Whether totals are carried that read models report before the end of what is carried: where they stand still at an event, and
   * never read on. Always so with `all`.
   */
  readonly takesEarlierTotals?: boolean | undefined;
}

export interface Exported {
  readonly manifest: Manifest;
  /** Events of both logs that came after the last checkpoint, and were left out. */
  readonly left: number;
  /** Whether the events are those that were sealed. */
  readonly fits: boolean;
}

/** Names a ledger in a bundle when nothing was ever sealed in it. */
const UNSEALED = 'obligo.local/ledger/unsealed';

/**
 * Writes the log of a data folder as a bundle, as it lies there at this moment; nothing in the folder changes, and a
 * service may own it. Throws the refusals of `writeBundle`, `bundle-in-data-folder`,
 * `log-not-exportable`, or `read-models-behind`.
 */
export async function exportFolder(
  folder: string,
  { out, createdAt, extent, takesEarlierTotals = extent === 'all' }: ExportOptions,
): Promise<Exported> {
  if (isWithin(out, folder)) {
    const message = `${out} is in the data folder ${folder}: expected a folder elsewhere, since a ledger holds nothing but its own files.`;
    throw refuse('bundle-in-data-folder', message, { folder, out });
  }
  assertReadable(folder);
  const files = openFolder(folder, ({ message }) => {
    throw notExportable(folder, message);
  });
  try {
    const { ledger, access, seals } = files;
    if (!ledger || !access) throw notExportable(folder, `${FILES.ledger} or ${FILES.access} is missing.`);
    const latest = latestOf(seals);
    const [events, accessEvents] = [ledger.count(), access.count()];
    // What was cut off cannot be sealed again: it is carried as it is, and found by whoever verifies it.
    const isCut = latest.size > events || latest.accessSize > accessEvents;
    const size = extent === 'all' ? events : Math.min(events, latest.size);
    const accessSize = extent === 'all' ? accessEvents : Math.min(accessEvents, latest.accessSize);
    const manifest = await writeBundle({
      folder: out,
      origin: originOf(seals),
      events: leavesOf(ledger, size),
      access: leavesOf(access, accessSize),
      checkpoints: notesOf(seals),
      keys: keysOf(seals),
      schemas: eventSchemas([ledgerBook, accessBook]),
      totals: totalsAt(files, ledger.positionOf(size), takesEarlierTotals),
      timestamps: timestampsOf(seals),
      createdAt,
      unsealed: extent === 'all' || isCut ? 'write' : 'refuse',
    });
    const left = events - size + accessEvents - accessSize;
    return { manifest, left, fits: fitsCheckpoint(manifest, notesOf(seals).at(-1)) };
  } finally {
    files.close();
  }
}

/** Whether a path, as far as it exists, leads into a folder. */
function isWithin(path: string, folder: string): boolean {
  const whole = resolve(path);
  if (!existsSync(whole)) return dirname(whole) !== whole && isWithin(dirname(whole), folder);
  const way = relative(realpathSync(folder), realpathSync(whole));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function* leavesOf(log: StoredLog, size: number): AsyncGenerator<LeafEvent> {
  let left = size;
  for (const { found } of log.events()) {
    if (left === 0) return;
    left -= 1;
    // What is malformed is carried as it is, and found by whoever verifies the bundle.
    yield {
      ...found,
      revision: BigInt(found.revision as number),
      metadata: { effectiveOn: typeof found.effectiveOn === 'string' ? found.effectiveOn : '' },
      stream: typeof found.stream === 'string' ? found.stream : '',
      recordedAt: (found.recordedAt ?? '') as Instant,
      bookedAt: (found.bookedAt ?? '') as Instant,
    } as LeafEvent;
  }
}

/** Whether the last checkpoint is over these very events; a ledger without events needs none. */
function fitsCheckpoint({ leaves, access }: Manifest, note: string | undefined): boolean {
  if (note === undefined) return leaves.size + access.size === 0;
  const sealed = parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
  if (isRefusal(sealed)) return false;
  const isSame = (stated: Manifest['leaves'], head: TreeHead | undefined): boolean =>
    stated.size === (head?.size ?? 0) &&
    (stated.size === 0 || stated.root === Buffer.from(head?.root ?? []).toString('base64'));
  return isSame(leaves, sealed) && isSame(access, sealed.access);
}

/** What the read models report as known at the last event that is carried. */
function totalsAt(
  { projections }: OpenedFolder,
  position: number,
  takesEarlier: boolean,
): readonly TotalsRow[] {
  if (position === 0) return [];
  const upTo = Number(projections?.prepare('SELECT position FROM checkpoint').get()?.['position'] ?? 0);
  if (projections && (upTo >= position || takesEarlier)) return reportedTotals(projections, BigInt(position));
  const message =
    'The read models have not read all that is to be exported: try again, or open the ledger once.';
  throw refuse('read-models-behind', message, { position, upTo });
}

function latestOf(seals: DatabaseSync | undefined): { readonly size: number; readonly accessSize: number } {
  const row = seals?.prepare('SELECT size, access_size FROM checkpoints ORDER BY number DESC LIMIT 1').get();
  return { size: Number(row?.['size'] ?? 0), accessSize: Number(row?.['access_size'] ?? 0) };
}

const originOf = (seals: DatabaseSync | undefined): string =>
  (seals?.prepare('SELECT origin FROM ledger').get()?.['origin'] as string | undefined) ?? UNSEALED;

const notesOf = (seals: DatabaseSync | undefined): string[] =>
  (seals?.prepare('SELECT note FROM checkpoints ORDER BY number').all() ?? []).map((row) =>
    String(row['note']),
  );

function keysOf(seals: DatabaseSync | undefined): ListedKey[] {
  const rows = seals?.prepare('SELECT key, until, ended FROM verifier_keys ORDER BY number').all() ?? [];
  return rows.flatMap(({ key: text, until, ended }) => {
    const key = parseListedKey([text, ...(ended === null ? [] : ['until', until, ended])].join(' '));
    return isRefusal(key) ? [] : [key];
  });
}

/** The last one of each size. */
function timestampsOf(seals: DatabaseSync | undefined): CarriedFile[] {
  const rows = seals
    ?.prepare('SELECT size, token FROM timestamps JOIN checkpoints USING (number) ORDER BY timestamp')
    .all();
  const bySize = new Map(rows?.map((row) => [Number(row['size']), row['token'] as Uint8Array]));
  return [...bySize].map(([size, bytes]) => ({ name: `${size}.tsr`, bytes }));
}

const notExportable = (folder: string, why: string): RefusalError =>
  refuse('log-not-exportable', `The log in ${folder} cannot be exported. ${why}`, { folder });
