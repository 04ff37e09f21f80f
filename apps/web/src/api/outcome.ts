import { ApiProblem, NoAnswer } from './problem.ts';

/** Between two attempts, where the answer does not say how long to wait. */
const PAUSE_MS = 2_000;
const MOST_PAUSE_MS = 60_000;
/** So long is asked without being told to; then whoever waits is told, and asks again by hand. */
const ASKED_FOR_MS = 3 * 60_000;

/** Says from now on whether to go on asking. */
export function forAWhile(): () => boolean {
  const end = Date.now() + ASKED_FOR_MS;
  return () => Date.now() < end;
}

/** Problems of the ledger after which what was sent may be recorded, though they are its own. */
const UNSAID: ReadonlySet<string> = new Set(['outcome-unknown', 'log-unreachable', 'shutting-down']);

/** Whether a failure leaves open what became of a command; `wasUnknown` when an earlier attempt did already. */
export function leavesUnknown(error: unknown, wasUnknown: boolean): boolean {
  if (!(error instanceof ApiProblem)) return true;
  const { status, code, isOfLedger } = error;
  // Turned away before it was looked at: that says nothing of the attempts before.
  const isTurnedAway = status === 401 || status === 429 || !isOfLedger || status >= 500;
  if (wasUnknown && isTurnedAway) return true;
  if (!isOfLedger) return status < 400 || status === 408 || status >= 500;
  return status === 500 || UNSAID.has(code);
}

interface Asking {
  /** An earlier attempt under the same key had no known outcome, as before a reload. */
  readonly wasUnknown?: boolean;
  readonly onUnknown: () => void;
  /** Whether to ask again; for a while when it is not said. */
  readonly goesOn?: () => boolean;
}

/**
 * Sends a command under its one key until the ledger says what became of it. Throws its refusal; `NoAnswer` when it is
 * not to go on and the outcome is unknown.
 */
export async function untilDecided<T>(
  attempt: () => Promise<T>,
  { wasUnknown = false, onUnknown, goesOn = forAWhile() }: Asking,
): Promise<T> {
  let isUnknown = wasUnknown;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!leavesUnknown(error, isUnknown)) throw error;
      isUnknown = true;
      onUnknown();
      const asked = error instanceof ApiProblem ? (error.retryAfterMs ?? 0) : 0;
      const pause = Math.min(Math.max(asked, PAUSE_MS), MOST_PAUSE_MS);
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (!goesOn()) throw new NoAnswer('It is not known what became of it.', { cause: error });
    }
  }
}
