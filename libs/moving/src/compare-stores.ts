import { mustHoldALog } from './faults.ts';
import { foundSeals } from './found-seals.ts';
import { type Fault, inspect } from './inspect-logs.ts';
import type { LogSummary } from './log-inspection.ts';
import type { MoveOptions } from './move.ts';
import { type MoveSource, openSource } from './move-source.ts';
import { LOG_NAMES } from './opened-logs.ts';
import { inScratch, type MakeFolder } from './scratch.ts';
import { type Both, ofBoth, standingLogs } from './standing-logs.ts';
import { mustDiffer, type StorePlace } from './store-place.ts';
import { opening, type Telling } from './telling.ts';

export interface Compared {
  /** Both logs of the store that is named first. */
  readonly logs: Both<LogSummary>;
  readonly checkpoints: number;
  /** Where the other store differs, and what is wrong with either; nothing when both hold the same ledger. */
  readonly differences: readonly Fault[];
}

/**
 * Reads both stores whole and says whether they hold the same ledger; nothing is written, and others may go on. Throws
 * why one of them cannot be read.
 */
export async function compareStores(
  options: Telling & Pick<MoveOptions, 'from' | 'to' | 'filesFrom'>,
): Promise<Compared> {
  const { from, to, filesFrom } = options;
  mustDiffer(from, to);
  opening(options, from.shown);
  return inScratch(async (makeFolder) => {
    const one = await opened(from, makeFolder, filesFrom);
    try {
      const other = await opened(to, makeFolder);
      try {
        return await compareOpened(one, other, options);
      } finally {
        await other.close();
      }
    } finally {
      await one.close();
    }
  });
}

const opened = (place: StorePlace, makeFolder: MakeFolder, files?: string): Promise<MoveSource> =>
  openSource(place, { makeFolder, files, whileInUse: true });

async function compareOpened(one: MoveSource, other: MoveSource, telling: Telling): Promise<Compared> {
  const seals = foundSeals(one.files, !one.isOurs);
  const standing = await standingLogs(one.logs, seals);
  mustHoldALog(one, standing.ledger);
  const inspected = await ofBoth((log) => inspect(standing[log], other.logs[log], telling));
  const differences: Fault[] = [...seals.findings];
  for (const log of LOG_NAMES) {
    const { findings, difference, shared, summary } = inspected[log];
    const { name } = standing[log];
    differences.push(...findings);
    const missing = `${name} in ${other.place.shown} ends after ${shared} of ${summary.events} events`;
    const message = difference ?? (shared < summary.events ? missing : undefined);
    if (message !== undefined) differences.push({ code: 'stores-differ', message: `${message}.` });
  }
  const logs = await ofBoth(async (log) => inspected[log].summary);
  return { logs, checkpoints: seals.notes.length, differences };
}
