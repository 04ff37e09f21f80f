import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';
import path from 'node:path';
import { buildThreadsOver } from '../service/read-models.ts';
import { peakKibibytes } from '../support/peak-memory.ts';
import { inScratchFolder } from '../support/scratch-folder.ts';
import type { Read, Reading, Rebuilt, RebuiltHere, RebuildOrder } from './orders.ts';

const CHILD = path.join(import.meta.dirname, 'read-child.ts');
const REBUILD = path.join(import.meta.dirname, 'rebuild-child.mjs');

/** The libraries as they were compiled, which is what the service runs. */
const OPTIONS: ForkOptions = {
  execArgv: ['--disable-warning=ExperimentalWarning'],
  stdio: ['ignore', 2, 2, 'ipc'],
  serialization: 'advanced',
};

/** Reads every event of a ledger file in a process of its own. Rejects when that fails. */
export const readInChild = (file: string, reading: Reading): Promise<Read> =>
  saidBy<Read>(fork(CHILD, [file, reading], OPTIONS));

/** Builds all read models of a ledger file in a process of its own, whose memory is its alone. Rejects when that fails. */
export const rebuildInChild = (file: string): Promise<Rebuilt> =>
  inScratchFolder(async (folder) => {
    const { entry, data } = await buildThreadsOver(file);
    const child = fork(REBUILD, OPTIONS);
    const order = { file, path: path.join(folder, 'projections.sqlite'), entry: entry.href, data };
    child.send(order satisfies RebuildOrder);
    const told = await saidBy<RebuiltHere>(child);
    const peakMemory = peakKibibytes(child.pid) * 1024;
    child.disconnect();
    return { ...told, peakMemory };
  });

const saidBy = <Said>(child: ChildProcess): Promise<Said> =>
  new Promise((resolve, reject) => {
    child.on('message', (said) => resolve(said as Said));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${child.spawnargs.join(' ')} ended with ${String(code)}`)));
  });
