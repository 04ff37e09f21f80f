import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventStore } from '#event-store';
import { type BuildThreads, Projector } from '#read-models';
import { ledgerBook } from '#verification';
import type * as ReadModels from '../../../apps/ledger/src/embedded/read-models-with.ts';
import type * as Threads from '../../../apps/ledger/src/embedded/build-threads.ts';
import type * as RulesFile from '../../../apps/ledger/src/auditing/rules-file.ts';

const EMBEDDED = path.join(import.meta.dirname, '../../../dist/apps/ledger/src/embedded');

const built = (name: string): Promise<unknown> =>
  import(pathToFileURL(path.join(EMBEDDED, `${name}.js`)).href);

/**
 * All read models that the service keeps, the findings of the audit rules among them, in a file. As in the service, those of
 * a long log are built in threads that run what was compiled; `log` is the file of the store.
 */
export async function projectorOver(store: EventStore, log: string, file: string): Promise<Projector> {
  const { readModelsWith } = (await built('read-models-with')) as typeof ReadModels;
  const { rulesIn } = (await built('../auditing/rules-file')) as typeof RulesFile;
  return new Projector({
    store,
    catalogue: ledgerBook.catalogue,
    projections: readModelsWith(await rulesIn(undefined)),
    path: file,
    threads: await buildThreadsOver(log),
  });
}

/** The threads in which the service would build the read models of a log. */
export async function buildThreadsOver(log: string): Promise<BuildThreads> {
  const { buildThreadsOf } = (await built('build-threads')) as typeof Threads;
  const { rulesIn } = (await built('../auditing/rules-file')) as typeof RulesFile;
  return buildThreadsOf(log, await rulesIn(undefined));
}
