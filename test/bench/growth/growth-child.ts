/** A process of its own that rebuilds or verifies one history from the beginning, and says what that took. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { openSqliteEventStore } from '#event-store';
import { verifyFolder } from '#verification';
import { projectorOver } from '../service/read-models.ts';
import { peakKibibytes } from '../support/peak-memory.ts';
import { inScratchFolder } from '../support/scratch-folder.ts';

export const GROWING = ['rebuild', 'verify'] as const;

/** What is done with a log from its first event to its last. */
export type Growing = (typeof GROWING)[number];

export interface Grown {
  readonly events: number;
  /** Bytes of what was built, an event; none where nothing is built. */
  readonly bytesAnEvent: number;
  readonly microsecondsAnEvent: number;
  /** Of all threads, whatever else the machine does meanwhile. */
  readonly processorMicrosecondsAnEvent: number;
  /** Most memory that the process had, threads included. */
  readonly peakMegabytes: number;
}

interface Built {
  readonly events: number;
  readonly bytes: number;
}

/** All read models of the service, into a file of their own. */
const rebuild = (folder: string): Promise<Built> =>
  inScratchFolder(async (scratch) => {
    const log = path.join(folder, 'ledger.sqlite');
    const store = openSqliteEventStore({ file: log, readOnly: true });
    const file = path.join(scratch, 'projections.sqlite');
    const projector = await projectorOver(store, log, file);
    await projector.catchUp();
    const events = Number(projector.checkpoint ?? 0n);
    projector.close();
    await store.close();
    return { events, bytes: statSync(file).size };
  });

/** Bytes, links, and every decision taken again. */
async function verify(folder: string): Promise<Built> {
  const { events } = await verifyFolder(folder, {
    onFinding: ({ message }) => {
      throw new Error(message);
    },
  });
  return { events, bytes: 0 };
}

const WORK: Readonly<Record<Growing, (folder: string) => Promise<Built>>> = { rebuild, verify };

const [, , work, folder = ''] = process.argv;
const isGrowing = (name: string | undefined): name is Growing => GROWING.some((each) => each === name);
if (process.send !== undefined && isGrowing(work)) {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const { events, bytes } = await WORK[work](folder);
  const { user, system } = process.cpuUsage(used);
  const grown: Grown = {
    events,
    bytesAnEvent: bytes / events,
    microsecondsAnEvent: ((performance.now() - started) * 1000) / events,
    processorMicrosecondsAnEvent: (user + system) / events,
    peakMegabytes: peakKibibytes() / 1024,
  };
  process.send(grown, () => process.disconnect());
}
