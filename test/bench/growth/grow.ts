import { fork } from 'node:child_process';
import path from 'node:path';
import { rebuildInChild } from '../rebuild/read-in-child.ts';

const VERIFY = path.join(import.meta.dirname, 'verify-child.ts');
/** The libraries as they were compiled, which is what the service runs. */
const FLAGS = ['--disable-warning=ExperimentalWarning'];

/** What is done with a log from its first event to its last. */
export type Growing = 'rebuild' | 'verify';

export interface Grown {
  readonly events: number;
  readonly microsecondsAnEvent: number;
  /** Of all threads, whatever else the machine does meanwhile. */
  readonly processorMicrosecondsAnEvent: number;
  /** Most memory that the process had, threads included. */
  readonly peakMegabytes: number;
}

export interface Rebuilt extends Grown {
  /** Bytes of the read models, an event. */
  readonly bytesAnEvent: number;
}

/** Builds all read models of a history in a process that begins with nothing. Rejects when it does not come to its end. */
export async function rebuild(folder: string): Promise<Rebuilt> {
  const told = await rebuildInChild(path.join(folder, 'ledger.sqlite'));
  const { events, milliseconds, processorMilliseconds, bytes, peakMemory } = told;
  return {
    events,
    microsecondsAnEvent: (milliseconds * 1000) / events,
    processorMicrosecondsAnEvent: (processorMilliseconds * 1000) / events,
    peakMegabytes: peakMemory / 2 ** 20,
    bytesAnEvent: bytes / events,
  };
}

/** Verifies a history in a process that begins with nothing. Rejects when it does not come to its end, or finds something. */
export function verify(folder: string): Promise<Grown> {
  const child = fork(VERIFY, [folder], { execArgv: FLAGS, stdio: ['ignore', 2, 2, 'ipc'] });
  return new Promise((resolve, reject) => {
    let grown: Grown | undefined;
    child.on('message', (said) => (grown = said as Grown));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0 && grown !== undefined) resolve(grown);
      else reject(new Error(`verify of ${folder} ended with ${signal ?? String(code)}.`));
    });
  });
}
