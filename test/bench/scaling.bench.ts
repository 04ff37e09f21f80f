import path from 'node:path';
import type { Bench, BenchContext } from './harness/bench.ts';
import { figure } from './harness/figure.ts';
import { digits } from './harness/statistics.ts';
import { table } from './harness/table.ts';
import type { DocumentCost } from './scaling/demand.ts';
import { type Eyes, KINDS } from './scaling/documents.ts';
import { type Copied, costOfKind, fill, meanOf, newcomer, type Posted, postRate } from './scaling/measure.ts';
import { machineTable, nationTable } from './scaling/nation.ts';
import { machineRates } from './scaling/one-machine.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const run = Date.now().toString(36);

/**
 * With `--store='kurrentdb://127.0.0.1:2113?tls=false'` the documents go into a log of their own in that event database,
 * and stay there.
 */
interface Settings {
  readonly context: BenchContext;
  readonly folder: string;
  readonly store: string;
  readonly isRemote: boolean;
}

/** Where a log of this run alone is kept: a file, or a log of its own in the event database. */
const homeOf = ({ store, isRemote, folder }: Settings, name: string): string =>
  isRemote
    ? `${store}${store.includes('?') ? '&' : '?'}log=bench_${run}_${name}`
    : path.join(folder, `${name}-0.sqlite`);

async function printCosts({ context }: Settings): Promise<DocumentCost> {
  const lives = context.quick ? 1 : 40;
  const both = ['two', 'four'] as const;
  const costs: Record<Eyes, DocumentCost[]> = { two: [], four: [] };
  for (const kind of KINDS) for (const eyes of both) costs[eyes].push(await costOfKind(kind, eyes, lives));
  const cells = ({ appends, events, bytes }: DocumentCost) => [
    digits(appends),
    digits(events),
    digits(bytes / events),
  ];
  const rows = KINDS.map(({ name, share }, index) => {
    const own = both.flatMap((eyes) => costs[eyes].slice(index, index + 1).flatMap(cells));
    return [name, `${Math.round(share * 100)} %`, ...own];
  });
  rows.push(['the mean document', '', ...both.flatMap((eyes) => cells(meanOf(costs[eyes])))]);
  const each = ['appends', 'events', 'bytes an event'];
  context.note(table(['document', 'share', ...each, ...each.map((name) => `${name}, four eyes`)], rows));
  return meanOf(costs.four);
}

async function printRates(settings: Settings): Promise<Posted> {
  const { context, folder, isRemote } = settings;
  const documents = context.number('documents', 400, 8);
  const officers = context.number('officers', 16, 4);
  const rows: string[][] = [];
  const all: Posted[] = [];
  const eyes = 'four';
  for (const hot of [false, true]) {
    for (const processes of isRemote ? [1, 2] : [1]) {
      const name = `${hot ? 'hot' : 'apart'}${processes}`;
      // On one account each step loads what was there before: a quarter is enough to see it.
      const work = {
        home: homeOf(settings, name),
        officers,
        documents: hot ? documents / 4 : documents,
        eyes,
        hot,
        processes,
        run: name,
        folder,
      } as const;
      const posted = await postRate(work);
      all.push(posted);
      const { documentsPerSecond, appendsPerSecond, again, p50, p99 } = posted;
      const figures = [documentsPerSecond, appendsPerSecond, p50, p99].map(digits);
      rows.push([
        hot ? 'all on one account' : 'each on an account',
        String(processes * officers),
        String(processes),
        ...figures,
        `${digits(again * 100)} %`,
      ]);
    }
  }
  const head = [
    'officers',
    'how many',
    'processes',
    'documents/s',
    'appends/s',
    'p50 of a document, ms',
    'p99, ms',
    'sent again',
  ];
  context.note(table(head, rows));
  const best = all.reduce((one, other) => (other.appendsPerSecond > one.appendsPerSecond ? other : one));
  return best;
}

/** A log of some thousand documents, taken over by a process that begins with nothing. */
async function printNewcomer(settings: Settings): Promise<Copied> {
  const { context, folder, isRemote } = settings;
  const home = homeOf(settings, 'filled');
  await fill(home, path.join(folder, 'filled-0.sqlite'), context.number('copied', 10_000, 300));
  const taken = await newcomer(home, isRemote ? path.join(folder, 'newcomer.sqlite') : home);
  const { events, copiedPerSecond, foldedPerSecond, copyBytes, modelBytes } = taken;
  const rows = [
    ['events of the log', digits(events)],
    ...(isRemote ? [['copied from the event database, events/s', digits(copiedPerSecond)]] : []),
    ['folded into all read models, events/s', digits(foldedPerSecond)],
    ['bytes of the log, an event', digits(copyBytes)],
    ['bytes of all read models, an event', digits(modelBytes)],
  ];
  context.note(table(['a process that begins with nothing', ''], rows));
  return taken;
}

const bench: Bench = {
  asks: 'What does a document cost on this machine, how many does it take, and what would a nation ask?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const store = context.text('store', '');
      const settings = { context, folder, store, isRemote: store !== '' };
      context.note(
        settings.isRemote ? 'An event database, and a copy in each process.' : 'SQLite, one process.',
      );
      const cost = await printCosts(settings);
      const { appendsPerSecond, documentsPerSecond } = await printRates(settings);
      const { copiedPerSecond, foldedPerSecond } = await printNewcomer(settings);
      const rates = { appends: appendsPerSecond, copied: copiedPerSecond, folded: foldedPerSecond };
      context.note(nationTable(cost, rates, settings.isRemote));
      const { folded, verified, modelBytes } = await machineRates(context);
      context.note(machineTable(cost, { appends: appendsPerSecond, folded, verified, modelBytes }));
      return [
        figure({ name: 'appends of documents', unit: '/s', runs: [appendsPerSecond] }),
        figure({ name: 'documents, all steps', unit: '/s', runs: [documentsPerSecond] }),
        figure({ name: 'events of a history folded into all read models', unit: '/s', runs: [folded] }),
        figure({ name: 'events of a history verified', unit: '/s', runs: [verified] }),
      ];
    }),
};

export default bench;
