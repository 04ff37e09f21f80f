import path from 'node:path';
import type { Bench, BenchContext } from './harness/bench.ts';
import { type Figure, figure, ratioAtLeast, ratioAtMost, valueAtMost } from './harness/figure.ts';
import { inTurn } from './harness/in-turn.ts';
import { equalJournal } from './history/journal.ts';
import type { Read, Reading } from './rebuild/orders.ts';
import { quarterlyReportOfLedger } from './rebuild/other-ledgers.ts';
import { readInChild, rebuildInChild } from './rebuild/read-in-child.ts';
import { copyOfHistory } from './service/kept-history.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const MEBIBYTE = 2 ** 20;

interface Rebuilt {
  readonly milliseconds: Readonly<Record<Reading | 'read-models' | 'ledger', number[]>>;
  /** In MiB, of each run. */
  readonly memory: readonly number[];
}

async function measure(context: BenchContext, file: string, journal: string): Promise<Rebuilt> {
  const memory: number[] = [];
  const events = new Set<number>();
  const noted = <Told extends Read>(told: Told): Told => {
    events.add(told.events);
    return told;
  };
  const milliseconds = await inTurn(context, {
    raw: async () => noted(await readInChild(file, 'raw')).milliseconds,
    store: async () => noted(await readInChild(file, 'store')).milliseconds,
    'read-models': async () => {
      const told = noted(await rebuildInChild(file));
      memory.push(told.peakMemory / MEBIBYTE);
      return told.milliseconds;
    },
    ledger: () => quarterlyReportOfLedger(journal) ?? Number.NaN,
  });
  if (events.size > 1) throw new Error(`not all read the same events: ${[...events].join(', ')}`);
  context.note(`${[...events].join()} events`);
  return { milliseconds, memory: memory.slice(-context.rounds) };
}

function figuresOf({ milliseconds, memory }: Rebuilt): Figure[] {
  const { raw: ceiling, store, 'read-models': models, ledger } = milliseconds;
  const isInstalled = ledger.every(Number.isFinite);
  const beside = isInstalled ? 'its quarterly report' : 'it is not installed';
  const unit = 'ms';
  return [
    figure({
      name: 'all read models, against reading and parsing raw',
      unit,
      runs: models,
      ceiling,
      target: ratioAtMost(2),
    }),
    figure({ name: 'reading through the store, against the same', unit, runs: store, ceiling }),
    figure({ name: 'peak memory of the rebuild', unit: 'MiB', runs: memory, target: valueAtMost(250) }),
    figure({
      name: `the program ledger on the equal journal (${beside}), against all read models`,
      unit,
      runs: isInstalled ? ledger : [],
      ceiling: models,
      target: ratioAtLeast(2.5),
    }),
  ];
}

const bench: Bench = {
  asks: 'How long does it take to build all read models, against reading and parsing the same events alone?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const data = path.join(folder, 'history');
      await copyOfHistory(context, context.number('postings', 100_000, 400), data);
      const journal = path.join(folder, 'equal.journal');
      await equalJournal(data, journal);
      return figuresOf(await measure(context, path.join(data, 'ledger.sqlite'), journal));
    }),
};

export default bench;
