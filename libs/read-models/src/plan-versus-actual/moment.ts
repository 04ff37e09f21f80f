import type { CivilDate } from '#kernel';

/** A point on both axes: what is known up to a position, and of that what takes effect up to a day. */
export interface Moment {
  readonly position: bigint;
  /** Everything that is known, when absent. */
  readonly day?: CivilDate | undefined;
}
