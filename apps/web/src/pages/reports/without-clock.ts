/** What is known now, of a page whose own clock stands. */
export const withoutClock = (before: Record<string, unknown>): Record<string, unknown> => ({
  ...before,
  ...{ known: undefined, explain: undefined, digest: undefined },
});
