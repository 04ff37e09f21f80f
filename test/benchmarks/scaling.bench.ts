/**
 * What a document costs on this machine, how many it takes, and what a nation would ask: the figures of docs/scaling.md.
 *
 *   npm run bench -- scaling
 *   npm run bench -- scaling --documents=2000 --store='kurrentdb://127.0.0.1:2113?tls=false'
 *
 * With --store the documents go into a log of their own in that event database, and stay there.
 */
import path from 'node:path';
import { capacityOf, type DocumentCost, loadOf, NATION, type Rates } from './scaling/demand.ts';
import { type Eyes, KINDS } from './scaling/documents.ts';
import { type Copied, costOfKind, fill, meanOf, newcomer, type Posted, postRate } from './scaling/measure.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { digits, option, printMachine, printTable } from './support/timing.ts';

const documents = Number(option('documents', '400'));
const officers = Number(option('officers', '16'));
const copied = Number(option('copied', '10000'));
const store = option('store', '');
const isRemote = store !== '';
const LIVES = 40;
const run = Date.now().toString(36);

/** Where a log of this run alone is kept: a file, or a log of its own in the event database. */
const homeOf = (folder: string, name: string): string =>
  isRemote
    ? `${store}${store.includes('?') ? '&' : '?'}log=bench_${run}_${name}`
    : path.join(folder, `${name}-0.sqlite`);

async function printCosts(): Promise<DocumentCost> {
  const both = ['two', 'four'] as const;
  const costs: Record<Eyes, DocumentCost[]> = { two: [], four: [] };
  for (const kind of KINDS) for (const eyes of both) costs[eyes].push(await costOfKind(kind, eyes, LIVES));
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
  printTable(['document', 'share', ...each, ...each.map((name) => `${name}, four eyes`)], rows);
  return meanOf(costs.four);
}

async function printRates(folder: string): Promise<Posted> {
  const rows: string[][] = [];
  const all: Posted[] = [];
  const eyes = 'four';
  for (const hot of [false, true]) {
    for (const processes of isRemote ? [1, 2] : [1]) {
      const name = `${hot ? 'hot' : 'apart'}${processes}`;
      // On one account each step loads what was there before: a quarter is enough to see it.
      const work = {
        home: homeOf(folder, name),
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
  printTable(head, rows);
  const best = all.reduce((one, other) => (other.appendsPerSecond > one.appendsPerSecond ? other : one));
  return best;
}

/** A log of some thousand documents, taken over by a process that begins with nothing. */
async function printNewcomer(folder: string): Promise<Copied> {
  const home = homeOf(folder, 'filled');
  await fill(home, path.join(folder, 'filled-0.sqlite'), copied);
  const taken = await newcomer(home, isRemote ? path.join(folder, 'newcomer.sqlite') : home);
  const { events, copiedPerSecond, foldedPerSecond, copyBytes, modelBytes } = taken;
  const rows = [
    ['events of the log', digits(events)],
    ...(isRemote ? [['copied from the event database, events/s', digits(copiedPerSecond)]] : []),
    ['folded into all read models, events/s', digits(foldedPerSecond)],
    ['bytes of the log, an event', digits(copyBytes)],
    ['bytes of all read models, an event', digits(modelBytes)],
  ];
  printTable(['a process that begins with nothing', ''], rows);
  return taken;
}

function printNation(cost: DocumentCost, rates: Rates): void {
  const parts: [string, number][] = [
    ['an average ministry', 1 / NATION.ministries],
    ['the largest ministry', NATION.largestMinistry],
    ['all ministries', 1],
  ];
  const rows = parts.map(([name, part]) => {
    const load = loadOf(NATION, cost, part);
    const { used, copySeconds, rebuildSeconds } = capacityOf(load, rates);
    return [
      name,
      digits(load.documentsOnLastDay),
      digits(load.appendsPerSecond),
      `${digits(used * 100)} %`,
      digits(load.eventsPerYear / 1e6),
      digits(load.bytesPerYear / 1e9),
      isRemote ? digits(copySeconds / 60) : '–',
      digits(rebuildSeconds / 60),
    ];
  });
  const load = ['documents, last day', 'appends/s, busiest second', 'of what this machine takes'];
  const year = [
    'million events a year',
    'GB of log a year',
    'minutes to copy a year',
    'minutes to fold a year',
  ];
  printTable(['a ledger of', ...load, ...year], rows);
}

await inScratchFolder(async (folder) => {
  printMachine();
  console.log(isRemote ? 'An event database, and a copy in each process.\n' : 'SQLite, one process.\n');
  const cost = await printCosts();
  const { appendsPerSecond } = await printRates(folder);
  const { copiedPerSecond, foldedPerSecond } = await printNewcomer(folder);
  printNation(cost, { appends: appendsPerSecond, copied: copiedPerSecond, folded: foldedPerSecond });
});
