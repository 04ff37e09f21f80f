import { fork } from 'node:child_process';
import path from 'node:path';
import type { BenchOptions } from './bench.ts';
import type { Figure } from './figure.ts';

const CHILD = path.join(import.meta.dirname, 'bench-child.ts');
const FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--expose-gc'];

interface Running {
  readonly options: BenchOptions;
  /** Where it makes what it needs for itself. */
  readonly folder: string;
  /** Ends it, with every process that it began. */
  readonly signal: AbortSignal;
}

/** The figures of one bench. Rejects when its process ended before it had told them. */
export function runBench(file: string, { options, folder, signal }: Running): Promise<readonly Figure[]> {
  const child = fork(CHILD, [file, JSON.stringify(options)], {
    execArgv: FLAGS,
    // What a bench prints beside its figures must not mix with a list that is piped.
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { ...process.env, TMPDIR: folder },
    // The leader of a group, so that no service and no generator of load outlives it.
    detached: true,
  });
  const { pid } = child;
  const endAll = (): void => {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // All have ended.
    }
  };
  signal.addEventListener('abort', endAll, { once: true });
  return new Promise((resolve, reject) => {
    let figures: readonly Figure[] | undefined;
    child.on('message', (said) => (figures = said as readonly Figure[]));
    child.on('error', reject);
    child.on('exit', (code, ended) => {
      signal.removeEventListener('abort', endAll);
      endAll();
      if (code === 0 && figures !== undefined) resolve(figures);
      else reject(new Error(`The benchmark ended with ${ended ?? String(code)} and told no figures.`));
    });
  });
}
