import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openSqliteEventStore } from '#event-store';
import type { BenchContext } from '../harness/bench.ts';
import { shapeOf } from '../history/shape.ts';
import { writeHistory } from '../history/write-history.ts';
import { projectorOver } from './read-models.ts';
import { Service } from './service.ts';

const SEED = '1';

/** What a reader of a history needs to ask about it. */
export interface HistoryFacts {
  readonly organisation: string;
  /** The oldest first. */
  readonly years: readonly number[];
  readonly projects: readonly string[];
}

export function factsOf(events: number): HistoryFacts {
  const { agencies, years, projects } = shapeOf({ events, seed: SEED });
  return { organisation: agencies[0] ?? '', years, projects };
}

/** The folder with the log of a history of about so many events, for those who change nothing there. */
export const keptHistory = (context: BenchContext, events: number): Promise<string> =>
  kept(context, `history-${events}-log`, async (folder) => {
    context.note(`making a history of about ${events.toLocaleString('en')} events`);
    await writeHistory(folder, { events, seed: SEED });
  });

/**
 * A data folder with a history of about so many events, in a folder of its own that the caller may change. The benches
 * of one run share what was made: it is kept in the folder that `--cache` names. With `modelled` its read models are
 * built, as the service leaves them when it stops.
 */
export async function copyOfHistory(
  context: BenchContext,
  events: number,
  target: string,
  made: 'log' | 'modelled' = 'log',
): Promise<void> {
  const log = await keptHistory(context, events);
  if (made === 'log') return copy(log, target);
  const modelled = await kept(context, `history-${events}-modelled`, async (folder) => {
    copy(log, folder);
    context.note('building its read models');
    await buildReadModels(folder);
    const service = await Service.start({ data: folder });
    await service.ready();
    await service.stop();
    // What it logged is of interest where it failed alone.
    rmSync(`${folder}.log`, { force: true });
  });
  copy(modelled, target);
}

/** What a service that ran for long has done; a new one would do it behind the first question. */
async function buildReadModels(folder: string): Promise<void> {
  const log = path.join(folder, 'ledger.sqlite');
  const store = openSqliteEventStore({ file: log, readOnly: true });
  const projector = await projectorOver(store, log, path.join(folder, 'projections.sqlite'));
  await projector.catchUp();
  projector.close();
  await store.close();
}

/** What is in the folder of that name, made when it is not there yet. */
async function kept(
  context: BenchContext,
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(context.text('cache', ''), name);
  if (existsSync(folder)) return folder;
  // What was begun and not finished must not be taken for the whole.
  const unfinished = `${folder}-unfinished`;
  removeFolder(unfinished);
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  await make(unfinished);
  for (const suffix of SUFFIXES)
    if (existsSync(`${unfinished}${suffix}`)) renameSync(`${unfinished}${suffix}`, `${folder}${suffix}`);
  return folder;
}

/** The folder, and beside it the keys that sign what it seals. */
const SUFFIXES = ['', '.keys'] as const;

function copy(from: string, to: string): void {
  for (const suffix of SUFFIXES)
    if (existsSync(`${from}${suffix}`)) cpSync(`${from}${suffix}`, `${to}${suffix}`, { recursive: true });
}

function removeFolder(folder: string): void {
  for (const suffix of SUFFIXES) rmSync(`${folder}${suffix}`, { recursive: true, force: true });
}
