import path from 'node:path';
import { type AccountCommand, budgetAccount } from '#budget';
import { createMemoryEventStore, type EventStore, openSqliteEventStore } from '#event-store';
import { type CivilDate, type Instant, parseBaht, streams } from '#kernel';
import { type Posting, posting, type PostingContext, Recorder } from '#posting';
import { follow, KeyFolder, Sealer, SealsFile } from '#sealing';
import type { Bench, BenchContext } from './harness/bench.ts';
import { figure, ratioAtLeast } from './harness/figure.ts';
import { median } from './harness/statistics.ts';
import { catalogue, LAST_YEAR, ORGANISATION } from './support/postings.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const AT_ONCE = 64;
const line = { fundSource: 'annual-appropriation', category: 'operating' };
const effectiveOn = '2025-11-15' as CivilDate;
const clock = () => new Date().toISOString() as Instant;

let keys = 0;
const context = (): PostingContext => ({
  organisation: ORGANISATION,
  actor: 'bench',
  idempotencyKey: `bench-${(keys += 1)}`,
});

const to = (officer: number, command: AccountCommand): Posting =>
  posting(budgetAccount, streams.budgetAccount(ORGANISATION, LAST_YEAR, `B${officer}`), command);

const opening = (officer: number): AccountCommand => ({
  type: 'open-account',
  organisation: ORGANISATION,
  fiscalYear: LAST_YEAR,
  project: `B${officer}`,
  name: `B${officer}`,
  effectiveOn,
});

const payment = (): AccountCommand => ({
  type: 'disburse',
  disbursement: `DV-${(keys += 1)}`,
  line,
  amount: parseBaht('1.25'),
  effectiveOn,
});

const officers = Array.from({ length: AT_ONCE }, (_, officer) => officer);

async function ledgerIn(folder: string, name: string): Promise<{ store: EventStore; recorder: Recorder }> {
  const store = openSqliteEventStore({ file: path.join(folder, `${name}.sqlite`) });
  const recorder = new Recorder({ store, catalogue, clock });
  const budget: AccountCommand = { type: 'allocate', line, amount: parseBaht('1000000000.00'), effectiveOn };
  for (const officer of officers)
    await recorder.postAll([to(officer, opening(officer)), to(officer, budget)], context());
  return { store, recorder };
}

/** So many officers, each posting one payment after the other. */
async function postAll(recorder: Recorder, count: number): Promise<void> {
  const each = Math.ceil(count / AT_ONCE);
  await Promise.all(
    officers.map(async (officer) => {
      for (let index = 0; index < each; index += 1) await recorder.post(to(officer, payment()), context());
    }),
  );
}

async function rateOf(count: number, work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const started = performance.now();
  await work();
  return (count * 1000) / (performance.now() - started);
}

interface Rates {
  readonly plain: number[];
  readonly followed: number[];
  readonly alone: number[];
  readonly tails: number[];
}

/** Nothing is left to be sealed while the others post, and each round begins with nothing left. */
async function measure(folder: string, count: number, { rounds }: BenchContext): Promise<Rates> {
  const plain = await ledgerIn(folder, 'plain');
  const sealed = await ledgerIn(folder, 'sealed');
  const logs = { ledger: sealed.store, access: createMemoryEventStore() };
  const seals = SealsFile.open({ file: path.join(folder, 'seals.sqlite') });
  const sealer = new Sealer({ seals, logs, keys: KeyFolder.beside(path.join(folder, 'data')), clock });
  await sealer.sealNow();
  const rates: Rates = { plain: [], followed: [], alone: [], tails: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const without = await rateOf(count, () => postAll(plain.recorder, count));
    const stop = new AbortController();
    const following = follow(sealer, { logs: [sealed.store], signal: stop.signal });
    const within = await rateOf(count, () => postAll(sealed.recorder, count));
    stop.abort();
    await following;
    const before = sealer.glance().size;
    const all = await rateOf(1, () => sealer.sealNow());
    if (round === 0) continue;
    rates.plain.push(without);
    rates.followed.push(within);
    rates.tails.push(sealer.glance().size - before);
    rates.alone.push((sealer.glance().size - before) * all);
  }
  seals.close();
  await Promise.all([plain.store.close(), sealed.store.close()]);
  return rates;
}

const bench: Bench = {
  asks: 'What does sealing cost? The same postings without a sealer, and with one that follows.',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const count = context.number('postings', 5_000, 128);
      const { plain, followed, alone, tails } = await measure(folder, count, context);
      context.note(`left to be sealed when the postings ended: ${median(tails)} events of ${count}`);
      const unit = 'postings/s';
      const target = ratioAtLeast(0.9);
      return [
        figure({ name: 'postings while a sealer follows', unit, runs: followed, ceiling: plain, target }),
        figure({ name: 'sealing by itself, of what was left', unit: 'events/s', runs: alone }),
      ];
    }),
};

export default bench;
