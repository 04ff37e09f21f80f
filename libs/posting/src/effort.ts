import { setTimeout as pause } from 'node:timers/promises';

/** How often at least, and for how long, a command is decided again because others came first. */
export interface Patience {
  readonly tries: number;
  readonly milliseconds: number;
  /** The longest wait between two tries; the waits double up to it, each at random. */
  readonly longestWait: number;
}

/** While this process alone writes the log, whoever came first has written: there is nothing to wait for. */
export const ALONE: Patience = { tries: 20, milliseconds: 0, longestWait: 0 };

/** Other processes come first at random; a busy one leaves a stream alone a few times a second. */
export const AMONG_OTHERS: Patience = { tries: 20, milliseconds: 15_000, longestWait: 60 };

/** Counts the tries of one command. */
export class Effort {
  readonly #patience: Patience;
  readonly #since = performance.now();
  #tries = 0;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** How it ended, for whoever is told that it was in vain. */
  get tries(): number {
    return this.#tries;
  }

  /** Waits a random while, so that those who collided do not collide again; false when it was enough. */
  async again(): Promise<boolean> {
    const { tries, milliseconds, longestWait } = this.#patience;
    this.#tries += 1;
    if (this.#tries >= tries && performance.now() - this.#since >= milliseconds) return false;
    if (longestWait > 0) await pause(Math.random() * Math.min(longestWait, 2 ** this.#tries));
    return true;
  }
}
