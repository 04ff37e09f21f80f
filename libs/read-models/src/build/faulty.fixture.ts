import { threadId } from 'node:worker_threads';
import type { Projection } from '../projection.ts';

export const FAULTS = ['none', 'ends', 'hungry', 'throws', 'lingers'] as const;

/** What goes wrong in a thread when the read model meets its second event. */
export type Fault = (typeof FAULTS)[number];

export interface FixtureData {
  /** The file with the log. */
  readonly file: string;
  readonly fault: Fault;
}

const WORDS = 4_000_000;

const happen: Readonly<Record<Fault, (kept: unknown[]) => void>> = {
  none: () => undefined,
  ends: () => process.exit(7),
  hungry: (kept) => kept.push(Array.from({ length: WORDS }, (_, index) => ({ index }))),
  throws: () => {
    throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
  },
  // Longer than any test waits for: only from outside does it come to an end.
  lingers: () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
};

/** A read model that holds nothing, and in a thread fails in a certain way. */
export const faulty = (fault: Fault): Projection => ({
  name: 'faulty',
  version: 1,
  schema: 'CREATE TABLE faulty_row (one INTEGER PRIMARY KEY) STRICT;',
  totals: 'SELECT count(*) AS rows FROM faulty_row',
  open: () => {
    const kept: unknown[] = [];
    let events = 0;
    return {
      apply: () => {
        events += 1;
        if (threadId !== 0 && events === 2) happen[fault](kept);
      },
    };
  },
});
