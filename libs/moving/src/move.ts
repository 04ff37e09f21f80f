import { type Carried, carryFiles } from './carry-files.ts';
import { copyLog } from './copy-log.ts';
import { mustBeTheBeginning, mustBeTheSame, mustBeWhole, mustFit, mustHoldALog } from './faults.ts';
import { type FoundSeals, foundSeals } from './found-seals.ts';
import { type Inspected, inspect, type StandingLog } from './inspect-logs.ts';
import type { LogSummary } from './log-inspection.ts';
import { type MoveSource, openSource } from './move-source.ts';
import { type MoveTarget, openTarget } from './move-target.ts';
import { inScratch, type MakeFolder } from './scratch.ts';
import { type Both, ofBoth, standingLogs, standStill } from './standing-logs.ts';
import { mustDiffer, type StorePlace } from './store-place.ts';
import { opening, type Telling } from './telling.ts';

export interface MoveOptions extends Telling {
  readonly from: StorePlace;
  readonly to: StorePlace;
  /** Folder with the files beside a log that is not in a folder itself: its seals, its published files. */
  readonly filesFrom?: string | undefined;
  /** Folder that they are put into when the log is moved to an event database or a file. */
  readonly filesTo?: string | undefined;
  /** Also accounts and their key, drafts, and who looked at what. */
  readonly everything: boolean;
  /** Whether a folder is read while another process owns it: what that posts meanwhile is moved the next time. */
  readonly whileInUse: boolean;
  readonly now: Date;
}

/** A log that was moved. */
export interface MovedLog extends LogSummary {
  /** Events that this run added; the others were there. */
  readonly added: number;
}

export interface Moved {
  readonly logs: Both<MovedLog>;
  /** Signed checkpoints that both logs were held against. */
  readonly checkpoints: number;
  /** The name that the ledger is sealed under; nothing where no seals were found. */
  readonly origin: string | undefined;
  /** False when somebody could post meanwhile: what was posted is to be moved once more. */
  readonly isFinal: boolean;
  readonly files: Carried;
}

/**
 * Copies both logs of a ledger into another store: the same bytes, positions, revisions, times and answers to repeated
 * commands. Goes on where an earlier run stopped, reads everything back at the end, and never changes what it copies
 * from. Throws the refusals of `movingRefusals`, and those of the places.
 */
export async function move(options: MoveOptions): Promise<Moved> {
  const { from, to, whileInUse, filesFrom: files } = options;
  mustDiffer(from, to);
  opening(options, from.shown);
  return inScratch(async (makeFolder) => {
    const source = await openSource(from, { makeFolder, files, whileInUse });
    try {
      return await moveFrom(source, options, makeFolder);
    } finally {
      await source.close();
    }
  });
}

async function moveFrom(source: MoveSource, options: MoveOptions, makeFolder: MakeFolder): Promise<Moved> {
  // The seals before the log: what is posted meanwhile is beyond them, never missing.
  const seals = foundSeals(source.files, !source.isOurs);
  mustBeWhole(source.place.shown, seals.findings);
  const standing = await standingLogs(source.logs, seals);
  mustHoldALog(source, standing.ledger);
  const target = openTarget(options.to, { makeFolder, files: options.filesTo });
  try {
    const inspected = await inspectBoth(source, standing, target, options);
    const added = await ofBoth(async (log) =>
      copyLog(standing[log], inspected[log], await target.restoration(log), options),
    );
    await readBack(inspected, seals, target, options);
    target.keepCopies();
    const files = carried(source, target, options);
    const isFinal = source.isOurs && (await standStill(standing));
    target.putInPlace();
    const logs = await ofBoth(async (log) => ({ ...inspected[log].summary, added: added[log] }));
    return { logs, checkpoints: seals.notes.length, origin: seals.origin, isFinal, files };
  } finally {
    target.release();
  }
}

/** Looks at both logs before anything is written to one of them. */
async function inspectBoth(
  { place }: MoveSource,
  standing: Both<StandingLog>,
  target: MoveTarget,
  telling: Telling,
): Promise<Both<Inspected>> {
  opening(telling, target.shown);
  const there = await target.read();
  try {
    return await ofBoth(async (log) => {
      const inspected = await inspect(standing[log], there[log], telling);
      mustBeWhole(place.shown, inspected.findings);
      mustBeTheBeginning(target.shown, log, inspected);
      mustFit(target.shown, log, inspected, there[log].capabilities.maxEventBytes);
      return inspected;
    });
  } finally {
    await there.close();
  }
}

/** Reads both logs anew from where they were moved to, and holds them against the same checkpoints. */
async function readBack(
  inspected: Both<Inspected>,
  seals: FoundSeals,
  target: MoveTarget,
  telling: Telling,
): Promise<void> {
  opening(telling, target.shown);
  const there = await target.read();
  try {
    const standing = await standingLogs(there, seals);
    for (const log of ['ledger', 'access'] as const) {
      const name = `${standing[log].name} as it was moved`;
      const found = await inspect({ ...standing[log], name }, undefined, telling);
      mustBeTheSame(target.shown, log, inspected[log].summary, found);
    }
  } finally {
    await there.close();
  }
}

/** Files that somebody has open are left for the run after he has let go of them. */
function carried(
  { files: from, isOurs }: MoveSource,
  { files: to }: MoveTarget,
  { everything, now }: MoveOptions,
): Carried {
  if (from === undefined || to === undefined || !isOurs) return { carried: [], kept: [] };
  return carryFiles({ from, to, everything, now });
}
