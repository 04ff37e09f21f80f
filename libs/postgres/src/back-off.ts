import { setTimeout as pause } from 'node:timers/promises';

const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/**
 * How long to wait before the next attempt: longer each time, up to five seconds, and never the same for two who
 * lost their connection at the same moment.
 */
export function delayBefore(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(longest / 2 + (random() * longest) / 2);
}

/** Waits before the next attempt; ends early and quietly when the signal says so. */
export async function backOff(attempt: number, signal?: AbortSignal): Promise<void> {
  await pause(delayBefore(attempt), undefined, signal ? { signal } : {}).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
