/** A process of its own that reads every event of a ledger file, in one of several ways, and tells how long it took. */
import path from 'node:path';
import { openSqliteEventStore } from '#event-store';
import { projectorOver } from '../service/read-models.ts';
import { peakKibibytes } from '../support/peak-memory.ts';
import { readAndParse } from '../support/raw-sqlite.ts';
import { inScratchFolder } from '../support/scratch-folder.ts';
import type { Read, Reading } from './orders.ts';

async function throughStore(file: string): Promise<number> {
  const store = openSqliteEventStore({ file, readOnly: true });
  let events = 0;
  const all = store.readAll()[Symbol.asyncIterator]();
  while ((await all.next()).done !== true) events += 1;
  await store.close();
  return events;
}

/** Timed as the service does it: from the question to the file in its place, with the start of its threads. */
const intoReadModels = (file: string): Promise<Timed> =>
  inScratchFolder(async (folder) => {
    const store = openSqliteEventStore({ file, readOnly: true });
    const projector = await projectorOver(store, file, path.join(folder, 'projections.sqlite'));
    const started = performance.now();
    await projector.catchUp();
    const milliseconds = performance.now() - started;
    const events = Number(projector.checkpoint ?? 0n);
    projector.close();
    await store.close();
    return { events, milliseconds };
  });

type Timed = Omit<Read, 'peakMemory'>;

async function timed(work: () => number | Promise<number>): Promise<Timed> {
  const started = performance.now();
  const events = await work();
  return { events, milliseconds: performance.now() - started };
}

const [, , file = '', reading = 'raw'] = process.argv as (string | undefined)[];
const ways: Readonly<Record<Reading, () => Promise<Timed>>> = {
  raw: () => timed(() => readAndParse(file)),
  store: () => timed(() => throughStore(file)),
  'read-models': () => intoReadModels(file),
};
const read = await ways[reading as Reading]();
const peakMemory = peakKibibytes() * 1024;
process.send?.({ ...read, peakMemory } satisfies Read, () => process.disconnect());
