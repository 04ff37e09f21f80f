/** What a process of its own does with the events of a ledger file. */
export type Reading = 'raw' | 'store';

export interface Read {
  readonly events: number;
  readonly milliseconds: number;
}

/** A rebuild that a process of its own is to do. */
export interface RebuildOrder {
  /** The file with the log. */
  readonly file: string;
  /** Where the read models are to stand. */
  readonly path: string;
  /** Where its threads begin. */
  readonly entry: string;
  /** From what they open the log. */
  readonly data: unknown;
}

/** What the process that rebuilds tells of itself. */
export interface RebuiltHere extends Read {
  /** Of all threads, whatever else the machine does meanwhile. */
  readonly processorMilliseconds: number;
  /** Of the file with the read models. */
  readonly bytes: number;
}

export interface Rebuilt extends RebuiltHere {
  /** The most that the process held in memory at any time, its threads included, in bytes. */
  readonly peakMemory: number;
}
