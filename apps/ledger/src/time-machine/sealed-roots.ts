import { Injectable } from '@nestjs/common';
import { treeRoot } from '#audit-trail';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';

/** The log up to a moment: how many events, and the root of the tree over them in base64. */
export interface LogUpTo {
  readonly events?: number;
  readonly root?: string;
}

/**
 * Tells the root of the log at a position from the hashes that are kept of it, so that two comparisons can be shown to
 * have looked at the same log. Nothing where it is not hashed yet; receipts and the verifier hash the events themselves.
 */
@Injectable()
export class SealedRoots {
  constructor(private readonly ledger: EmbeddedLedger) {}

  async at(position: bigint): Promise<LogUpTo> {
    const { seals, store } = this.ledger;
    // A question begins no seals; a ledger that is served has opened its own.
    const standing = seals.glance()?.standing ?? 'broken';
    if (position === 0n || standing === 'broken') return {};
    const known = await store.parsePosition(String(position));
    const index = known === undefined ? undefined : seals.file.indexOf('ledger', known);
    if (index === undefined) return {};
    const root = await treeRoot(seals.file.leaves('ledger'), index + 1);
    return { events: index + 1, root: Buffer.from(root).toString('base64') };
  }
}
