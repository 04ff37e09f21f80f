import type { Instant } from '#kernel';

/**
 * A clock that is never behind what was recorded. A log clamps its moments so that they never go back; decisions must
 * live on the same day as their record, or a right that has ended would count again where a clock is set back.
 */
export class SteadyClock {
  readonly #clock: () => Instant;
  #recorded = '' as Instant;

  constructor(clock: () => Instant) {
    this.#clock = clock;
  }

  readonly now = (): Instant => {
    const at = this.#clock();
    return at < this.#recorded ? this.#recorded : at;
  };

  /** Something was recorded at this moment. */
  readonly notBefore = (recorded: Instant): void => {
    if (recorded > this.#recorded) this.#recorded = recorded;
  };
}
