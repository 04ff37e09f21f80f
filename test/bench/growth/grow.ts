import { fork } from 'node:child_process';
import path from 'node:path';
import type { Grown, Growing } from './growth-child.ts';

const CHILD = path.join(import.meta.dirname, 'growth-child.ts');
/** The libraries as they were compiled, which is what the service runs. */
const FLAGS = ['--disable-warning=ExperimentalWarning'];

/** Rebuilds or verifies a history in a process that begins with nothing. Rejects when it does not come to its end. */
export function grow(work: Growing, folder: string): Promise<Grown> {
  const child = fork(CHILD, [work, folder], { execArgv: FLAGS, stdio: ['ignore', 2, 2, 'ipc'] });
  return new Promise((resolve, reject) => {
    let grown: Grown | undefined;
    child.on('message', (said) => (grown = said as Grown));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0 && grown !== undefined) resolve(grown);
      else reject(new Error(`${work} of ${folder} ended with ${signal ?? String(code)}.`));
    });
  });
}
