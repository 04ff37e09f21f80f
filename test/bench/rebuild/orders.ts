/** What a process of its own does with the events of a ledger file. */
export const READINGS = ['raw', 'store', 'read-models'] as const;
export type Reading = (typeof READINGS)[number];

export interface Read {
  readonly events: number;
  readonly milliseconds: number;
  /** The most that the process held in memory at any time, in bytes. */
  readonly peakMemory: number;
}
