import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LoadResult, Orders } from './orders.ts';

const CHILD = path.join(import.meta.dirname, 'load-child.ts');

/** Sends requests from a process of its own, so that what it costs does not slow those who are measured. */
export class LoadGenerator {
  readonly #child: ChildProcess;
  #nextNumber = 1;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(): Promise<LoadGenerator> {
    const execArgv = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
    const child = fork(CHILD, { execArgv, stdio: ['ignore', 2, 2, 'ipc'] });
    await heard(child);
    return new LoadGenerator(child);
  }

  /** Runs to the end; no number is used twice by one generator. Rejects when it could not connect. */
  async run(orders: DistributiveOmit<Orders, 'firstNumber'>): Promise<LoadResult> {
    const said = heard(this.#child);
    this.#child.send({ ...orders, firstNumber: this.#nextNumber });
    const result = (await said) as LoadResult | { readonly error: string };
    if ('error' in result) throw new Error(result.error);
    this.#nextNumber += RANGE;
    return result;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}

/** The next message of a process. Rejects when it ends before. */
async function heard(child: ChildProcess): Promise<unknown> {
  const stop = new AbortController();
  const { signal } = stop;
  try {
    const said = once(child, 'message', { signal }).then(([message]: unknown[]) => message);
    const ended = once(child, 'exit', { signal }).then(([code]: unknown[]) => {
      throw new Error(`the load generator ended with ${String(code)}`);
    });
    return await Promise.race([said, ended]);
  } finally {
    stop.abort();
  }
}

/** More than one run sends. */
const RANGE = 10_000_000;

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
