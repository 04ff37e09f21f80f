import { fork } from 'node:child_process';
import path from 'node:path';
import type { Read, Reading } from './orders.ts';

const CHILD = path.join(import.meta.dirname, 'read-child.ts');

/** Reads every event of a ledger file in a process of its own, whose memory is its alone. Rejects when that fails. */
export function readInChild(file: string, reading: Reading): Promise<Read> {
  // The libraries as they were compiled, which is what the service runs.
  const execArgv = ['--disable-warning=ExperimentalWarning'];
  const child = fork(CHILD, [file, reading], { execArgv, stdio: ['ignore', 2, 2, 'ipc'] });
  return new Promise((resolve, reject) => {
    child.on('message', (said) => resolve(said as Read));
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`the process that reads (${reading}) ended with ${String(code)}`)),
    );
  });
}
