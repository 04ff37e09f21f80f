import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { leafHash, MerkleTree } from '#audit-trail';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';

/** The tree over the first events of the log. */
export interface LogRoot {
  readonly events: number;
  /** Base64; nothing when the log has fewer events. */
  readonly root: string | null;
  /** Of the last of them; nothing before the first, and when there are fewer. */
  readonly position: string | null;
}

const MOST_SIZES = 10;
const SLICE = 256;

/**
 * Computes roots from the events themselves, not from the hashes that were kept of them: so a changed event is seen. It
 * reads the log once, from its beginning to the largest size.
 */
@Injectable()
export class LogRoots {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Sizes as typed, separated by commas; answered in their order. */
  async at(text: string): Promise<LogRoot[]> {
    const sizes = sizesIn(text);
    const found = new Map<number, LogRoot>();
    const wanted = new Set(sizes);
    const tree = new MerkleTree();
    const keep = (position: string | null) => {
      const root = Buffer.from(tree.root()).toString('base64');
      if (wanted.has(tree.size)) found.set(tree.size, { events: tree.size, root, position });
    };
    keep(null);
    const limit = Math.max(...sizes);
    if (limit > 0) {
      for await (const event of this.ledger.store.readAll({ limit })) {
        tree.append(leafHash(event));
        if (wanted.has(tree.size)) keep(event.position);
        // Postings and other questions do not wait for the whole log.
        if (tree.size % SLICE === 0) await nextTurn();
      }
    }
    return sizes.map((events) => found.get(events) ?? { events, root: null, position: null });
  }
}

function sizesIn(text: string): number[] {
  const sizes = text.split(',');
  if (sizes.length <= MOST_SIZES && sizes.every((size) => /^\d{1,15}$/.test(size))) return sizes.map(Number);
  const expected = `must be at most ${MOST_SIZES} whole numbers, separated by commas`;
  throw refuse('input-invalid', `sizes is "${text.slice(0, 40)}": ${expected}.`, {
    errors: [{ field: 'sizes', given: text.slice(0, 40), expected }],
  });
}
