import { setTimeout as after } from 'node:timers/promises';
import { NoAnswer } from './log-client.ts';

/**
 * Waits no longer than the limit. The libraries have deadlines of their own, which some calls do not get and which say
 * nothing about a call that never settles.
 */
export async function withinTime<T>(milliseconds: number, call: () => Promise<T>): Promise<T> {
  const timer = Promise.withResolvers<never>();
  const handle = setTimeout(() => timer.reject(new NoAnswer('timeout')), milliseconds);
  try {
    const answer = call();
    // It may still fail when nobody waits any more.
    answer.catch(() => undefined);
    return await Promise.race([answer, timer.promise]);
  } finally {
    clearTimeout(handle);
  }
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** A pause before the n-th repetition (from 0): doubled each time, capped, and random so that many do not come at once. */
export function pauseBefore(repetition: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(repetition, 16));
  return full / 2 + (random() * full) / 2;
}

/** Sleeps; ends early and without an error when the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await after(milliseconds, undefined, { signal }).catch(() => undefined);
}
