/** How far a move has come. */
export interface MoveStep {
  /** What is done to which log, such as "checking the log". */
  readonly what: string;
  /** Events of it so far. */
  readonly done: number;
  /** Whether this is the last word on it. */
  readonly complete: boolean;
}

/** Who hears of a move, and who may stop it. */
export interface Telling {
  readonly onStep: (step: MoveStep) => void;
  readonly signal: AbortSignal;
}

const BETWEEN = 1_000;

/** Tells now and then, and stops when it is told to: to be called after each event. */
export function passed({ onStep, signal }: Telling, what: string, done: number): void {
  if (done % BETWEEN !== 0) return;
  signal.throwIfAborted();
  onStep({ what, done, complete: false });
}

/** Tells that a store is opened: an event database may take its time. */
export const opening = ({ onStep }: Telling, shown: string): void =>
  onStep({ what: `opening ${shown}`, done: 0, complete: false });
