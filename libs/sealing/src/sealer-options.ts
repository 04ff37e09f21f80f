import type { EventStore } from '#event-store';
import type { Instant } from '#kernel';
import type { KeyFolder } from './key-folder.ts';
import type { Target } from './publication/target.ts';
import type { SealsFile } from './seals-file.ts';
import type { LogName } from './tiles.ts';

/** When a checkpoint is due, whichever comes first. */
export interface SealEvery {
  readonly events: number;
  /** After the first event that is not sealed. */
  readonly seconds: number;
}

export const SEAL_EVERY: SealEvery = { events: 1_000, seconds: 60 };

export interface SealerOptions {
  readonly seals: SealsFile;
  readonly logs: Readonly<Record<LogName, EventStore>>;
  readonly keys: KeyFolder;
  readonly clock: () => Instant;
  /** Milliseconds of a clock that is never set; that of the machine when absent. */
  readonly stopwatch?: (() => number) | undefined;
  readonly every?: SealEvery | undefined;
  /** Types of events that are the last ones under their checkpoint: what closes a period. */
  readonly boundaries?: ReadonlySet<string>;
  readonly origin?: string | undefined;
  /** Whether other processes seal the same logs with the same folder of keys; takes an origin. */
  readonly sharesKeys?: boolean | undefined;
  readonly targets?: readonly Target[];
}

/** Events read in one go; postings wait for them. */
export const SLICE = 128;
/** Leaves that wait in memory for a signature; beyond that they are written without. */
export const MOST_WAITING = 8_192;
