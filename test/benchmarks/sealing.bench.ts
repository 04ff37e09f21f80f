/** What sealing costs: the same postings without a sealer and with one that follows; and what sealing does by itself. */
import path from 'node:path';
import { type AccountCommand, budgetAccount } from '#budget';
import { createMemoryEventStore, type EventStore, openSqliteEventStore } from '#event-store';
import { type CivilDate, type Instant, parseBaht, streams } from '#kernel';
import { type Posting, posting, type PostingContext, Recorder } from '#posting';
import { follow, KeyFolder, Sealer, SealsFile } from '#sealing';
import { catalogue, LAST_YEAR, ORGANISATION } from './support/postings.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { digits, median, option, printMachine, printTable, seconds } from './support/timing.ts';

const count = Number(option('postings', '5000'));
const ROUNDS = 7;
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
async function postAll(recorder: Recorder): Promise<void> {
  const each = Math.ceil(count / AT_ONCE);
  await Promise.all(
    officers.map(async (officer) => {
      for (let index = 0; index < each; index += 1) await recorder.post(to(officer, payment()), context());
    }),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  return seconds(work);
}

await inScratchFolder(async (folder) => {
  printMachine();
  const plain = await ledgerIn(folder, 'plain');
  const sealed = await ledgerIn(folder, 'sealed');
  const logs = { ledger: sealed.store, access: createMemoryEventStore() };
  const seals = SealsFile.open({ file: path.join(folder, 'seals.sqlite') });
  const sealer = new Sealer({ seals, logs, keys: KeyFolder.beside(path.join(folder, 'data')), clock });
  await sealer.sealNow();
  const [without, within, rest, tails]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    // Nothing is left to be sealed while the others post.
    const plainly = await timed(() => postAll(plain.recorder));
    const stop = new AbortController();
    const following = follow(sealer, { logs: [sealed.store], signal: stop.signal });
    const besides = await timed(() => postAll(sealed.recorder));
    stop.abort();
    await following;
    const before = sealer.glance().size;
    const resting = await timed(() => sealer.sealNow());
    if (round === 0) continue;
    without.push(count / plainly);
    within.push(count / besides);
    tails.push(sealer.glance().size - before);
    rest.push((sealer.glance().size - before) / resting);
  }
  const ratio = median(within.map((rate, round) => rate / (without[round] ?? Number.NaN)));
  console.log(
    `${count.toLocaleString('en')} postings a round, ${AT_ONCE} at once; medians over ${ROUNDS} rounds.\n`,
  );
  printTable(
    ['work', 'per second', 'ratio'],
    [
      ['postings without a sealer', digits(median(without)), '1.00'],
      ['postings while a sealer follows', digits(median(within)), digits(ratio)],
      ['sealing by itself, of what was left', digits(median(rest)), ''],
    ],
  );
  console.log(`left to be sealed when the postings ended: ${digits(median(tails))} events`);
  seals.close();
  await Promise.all([plain.store.close(), sealed.store.close()]);
  if (ratio < 0.9) {
    console.error(`Sealing costs more than a tenth: ${digits(ratio)}.`);
    process.exitCode = 1;
  }
});
