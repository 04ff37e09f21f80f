/** A process of its own in which officers post: started by `measure.ts`, told to go by a message, ends with its figures. */
import { openEventStore, parseStoreHome } from '#event-store';
import type { Instant } from '#kernel';
import { Recorder } from '#posting';
import { ledgerBook } from '#verification';
import { untilCaughtUp } from './copy.ts';
import { type Eyes, KINDS, live, openUnit } from './documents.ts';

/** What the officers of one process are to do. */
export interface Orders {
  readonly home: string;
  readonly file: string;
  /** Prefix of the units and documents of this process. */
  readonly name: string;
  readonly officers: number;
  readonly documents: number;
  readonly eyes: Eyes;
  /** All officers of all processes on one account, or each on one of his own. */
  readonly hot: boolean;
}

export interface Done {
  readonly appends: number;
  /** How often officers had to send again what was refused because others came first. */
  readonly again: number;
  /** Milliseconds of each document from its first step to its last, sorted. */
  readonly took: readonly number[];
}

/** So many documents in turn, the kinds mixed as they are shared out. */
const kindOf = (index: number) => {
  const place = ((index * 7) % 20) / 20;
  let upTo = 0;
  return KINDS.find(({ share }) => place < (upTo += share) - 1e-9) ?? KINDS[0];
};

export async function post(orders: Orders, ready: () => Promise<void>): Promise<Done> {
  const { file, name, officers, documents, eyes, hot } = orders;
  const home = parseStoreHome(orders.home);
  const store = await openEventStore({ home, log: 'ledger', file });
  await untilCaughtUp(store);
  const newest = (streams: readonly string[]) => store.newest(streams);
  const clock = () => new Date().toISOString() as Instant;
  const others = home.kind === 'sqlite' ? undefined : { newest };
  const recorder = new Recorder({ store, catalogue: ledgerBook.catalogue, clock, others });
  const units = Array.from({ length: officers }, (_, officer) => (hot ? 'HOT' : `${name}-U${officer}`));
  for (const unit of new Set(units)) await openUnit(recorder, unit);
  await ready();
  let appends = 0;
  let again = 0;
  const took: number[] = [];
  await Promise.all(
    units.map(async (unit, officer) => {
      for (let index = officer; index < documents; index += officers) {
        const kind = kindOf(index);
        if (kind === undefined) continue;
        const started = performance.now();
        const lived = await live(recorder, { kind, unit, document: `${name}-${index}`, eyes });
        appends += lived.appends;
        again += lived.again;
        took.push(performance.now() - started);
      }
    }),
  );
  await store.close();
  return { appends, again, took: took.sort((a, b) => a - b) };
}

if (process.send !== undefined) {
  const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
  const told = new Promise<void>((resolve) => process.once('message', () => resolve()));
  const done = await post(orders, async () => {
    process.send?.('ready');
    await told;
  });
  process.send(done, () => process.disconnect());
}
