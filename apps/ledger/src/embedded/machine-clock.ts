import type { Instant } from '#kernel';

/** The clock of the machine. It is asked several times a posting: the text of a millisecond is made once. */
export function machineClock(now: () => number = Date.now): () => Instant {
  let [milliseconds, text] = [Number.NaN, '' as Instant];
  return () => {
    const at = now();
    if (at !== milliseconds) [milliseconds, text] = [at, new Date(at).toISOString() as Instant];
    return text;
  };
}
