/** A process of its own that reads every event of a ledger file, in one of several ways, and tells how long it took. */
import { openSqliteEventStore } from '#event-store';
import { readAndParse } from '../support/raw-sqlite.ts';
import type { Read, Reading } from './orders.ts';

async function throughStore(file: string): Promise<number> {
  const store = openSqliteEventStore({ file, readOnly: true });
  let events = 0;
  const all = store.readAll()[Symbol.asyncIterator]();
  while ((await all.next()).done !== true) events += 1;
  await store.close();
  return events;
}

async function timed(work: () => number | Promise<number>): Promise<Read> {
  const started = performance.now();
  const events = await work();
  return { events, milliseconds: performance.now() - started };
}

const [, , file = '', reading = 'raw'] = process.argv as (string | undefined)[];
const ways: Readonly<Record<Reading, () => Promise<Read>>> = {
  raw: () => timed(() => readAndParse(file)),
  store: () => timed(() => throughStore(file)),
};
const read = await ways[reading as Reading]();
process.send?.(read, () => process.disconnect());
