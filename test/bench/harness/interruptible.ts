import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does a work that a signal ends early: the work hears of it, and what it answers then comes with the exit code of a program
 * that was interrupted.
 */
export async function interruptible<T extends object>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T & { readonly interrupted?: number }> {
  const stop = new AbortController();
  let interrupted: number | undefined;
  const heard = (signal: (typeof SIGNALS)[number]): void => {
    interrupted ??= 128 + constants.signals[signal];
    stop.abort();
  };
  for (const signal of SIGNALS) process.on(signal, heard);
  try {
    const done = await work(stop.signal);
    return interrupted === undefined ? done : { ...done, interrupted };
  } finally {
    for (const signal of SIGNALS) process.off(signal, heard);
  }
}
