import { type ChildProcess, fork } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, openSqliteEventStore, parseStoreHome, type StreamWrite } from '#event-store';
import type { Instant } from '#kernel';
import { Recorder } from '#posting';
import { Projector, projections } from '#read-models';
import { ledgerBook } from '#verification';
import { percentile } from '../harness/statistics.ts';
import { writeOf } from '../support/ledger.ts';
import { postings } from '../support/postings.ts';
import { inScratchFolder } from '../support/scratch-folder.ts';
import { untilCaughtUp } from './copy.ts';
import type { DocumentCost } from './demand.ts';
import { type Eyes, type Kind, KINDS, live, openUnit } from './documents.ts';
import type { Done, Orders } from './officers.ts';

const { catalogue } = ledgerBook;
const PAGE = 200;
const OFFICERS = path.join(import.meta.dirname, 'officers.ts');

/** What one document of a kind costs: its life, so many times, in a log of its own. */
export function costOfKind(kind: Kind, eyes: Eyes, times: number): Promise<DocumentCost> {
  return inScratchFolder(async (folder) => {
    const file = path.join(folder, 'ledger.sqlite');
    const store = openSqliteEventStore({ file });
    const clock = () => new Date().toISOString() as Instant;
    const recorder = new Recorder({ store, catalogue, clock });
    await openUnit(recorder, 'U1');
    const before = BigInt((await store.head()) ?? 0);
    const empty = sizeOf(file);
    let appends = 0;
    for (let index = 0; index < times; index += 1)
      appends += (await live(recorder, { kind, unit: 'U1', document: `${eyes}-${index}`, eyes })).appends;
    const events = Number(BigInt((await store.head()) ?? 0) - before) / times;
    await store.close();
    return { events, appends: appends / times, bytes: (sizeOf(file) - empty) / times };
  });
}

/** Bytes of a database with all its indexes, what runs ahead of it brought in. */
export function sizeOf(file: string): number {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return statSync(file).size;
}

/** The average document, each kind by its share. */
export function meanOf(costs: readonly DocumentCost[]): DocumentCost {
  const mean = (name: keyof DocumentCost) =>
    KINDS.reduce((sum, { share }, index) => sum + share * (costs[index]?.[name] ?? 0), 0);
  return { events: mean('events'), appends: mean('appends'), bytes: mean('bytes') };
}

export interface Posted {
  readonly appendsPerSecond: number;
  readonly documentsPerSecond: number;
  /** Of all appends, how many were sent again because others came first. */
  readonly again: number;
  /** Milliseconds of a document, all its steps one after the other. */
  readonly p50: number;
  readonly p99: number;
}

/** What officers are to do, and in how many processes; each has its files in the folder. */
export type Work = Omit<Orders, 'file' | 'name'> & {
  readonly processes: number;
  readonly run: string;
  readonly folder: string;
};

/** Officers in so many processes post documents at once; timed from the word to go to the last answer. */
export async function postRate({ processes, run, folder, ...orders }: Work): Promise<Posted> {
  const children = Array.from({ length: processes }, (_, number) =>
    start({ ...orders, file: path.join(folder, `${run}-${number}.sqlite`), name: `${run}${number}` }),
  );
  await Promise.all(children.map(({ ready }) => ready));
  const started = performance.now();
  for (const { child } of children) child.send('go');
  const done = await Promise.all(children.map((each) => each.done));
  const seconds = (performance.now() - started) / 1000;
  const took = done.flatMap((each) => each.took);
  const total = (name: 'appends' | 'again') => done.reduce((sum, each) => sum + each[name], 0);
  return {
    appendsPerSecond: total('appends') / seconds,
    again: total('again') / total('appends'),
    documentsPerSecond: took.length / seconds,
    p50: percentile(took, 50),
    p99: percentile(took, 99),
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  readonly done: Promise<Done>;
}

function start(orders: Orders): Started {
  const child = fork(OFFICERS, [JSON.stringify(orders)], { stdio: ['ignore', 2, 2, 'ipc'] });
  let isReady: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? undefined : reject(new Error(`officers ended with ${String(code)}`)),
    );
  });
  const done = new Promise<Done>((resolve) => {
    child.on('message', (said) => (said === 'ready' ? isReady() : resolve(said as Done)));
  });
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  return { child, ready: Promise.race([ready, ended]), done: Promise.race([done, ended]) };
}

/** A log of so many events in its home, written in large appends. */
export async function fill(home: string, file: string, count: number): Promise<void> {
  const store = await openEventStore({ home: parseStoreHome(home), log: 'ledger', file });
  await untilCaughtUp(store);
  const revisions = new Map<string, bigint>();
  let batch: StreamWrite[] = [];
  let index = 0;
  for (const decided of postings(count)) {
    batch.push(writeOf(decided, index, revisions));
    index += 1;
    if (batch.length < PAGE) continue;
    await store.appendMany(batch, []);
    batch = [];
  }
  if (batch.length > 0) await store.appendMany(batch, []);
  await store.close();
}

export interface Copied {
  readonly events: number;
  readonly copiedPerSecond: number;
  readonly foldedPerSecond: number;
  readonly copyBytes: number;
  readonly modelBytes: number;
}

/** A process that begins with nothing: copies the log from its home, then folds it into all read models. */
export async function newcomer(home: string, file: string): Promise<Copied> {
  const models = `${file}-models.sqlite`;
  const started = performance.now();
  const store = await openEventStore({ home: parseStoreHome(home), log: 'ledger', file });
  await untilCaughtUp(store);
  const events = Number((await store.head()) ?? 0);
  const copied = performance.now();
  const projector = new Projector({ store, catalogue, projections, path: models });
  await projector.catchUp();
  const folded = performance.now();
  projector.close();
  await store.close();
  return {
    events,
    copiedPerSecond: (events * 1000) / (copied - started),
    foldedPerSecond: (events * 1000) / (folded - copied),
    copyBytes: sizeOf(file) / events,
    modelBytes: sizeOf(models) / events,
  };
}
