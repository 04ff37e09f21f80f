import { setTimeout as pause } from 'node:timers/promises';

/** Asked anew each time: it changes while something is waited for. */
export const isOver = (signal: AbortSignal): boolean => signal.aborted;

/** Waits; ends early and quietly when the signal says so. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch((error: unknown) => {
    if (!isOver(signal)) throw error;
  });
}
