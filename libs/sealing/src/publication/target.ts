import type { StoredCheckpoint } from '../checkpoints.ts';
import type { SealsFile } from '../seals-file.ts';

/** A place outside the ledger where checkpoints are published. */
export interface Target {
  readonly kind: 'file' | 'witness' | 'time-stamps';
  /** Its file, its folder, or its address. */
  readonly path: string;
  /**
   * The number of the last checkpoint that stands there and none before it is missing; 0 for none. What the crash of a
   * writer left behind is cleared. Throws `Diverged`, or the error of the system.
   */
  resume(seals: SealsFile): Promise<number>;
  /** Whether it is time for the next one; at once when absent. */
  isDue?(checkpoint: StoredCheckpoint): boolean;
  /** Adds the next one, durably. */
  add(checkpoint: StoredCheckpoint, verifierKeys: readonly string[]): Promise<void>;
}

/** What was published is not what the ledger has sealed: one of them was replaced. */
export class Diverged extends Error {
  constructor(path: string, what: string) {
    super(
      `${path} ${what}: the ledger was restored from an older copy, or the checkpoints there belong to another one`,
    );
    this.name = 'Diverged';
  }
}
