import { isRefusal, RefusalError } from '#kernel';
import { type Checkpoint, parseCheckpoint } from '../checkpoint.ts';
import type { MerkleTree } from '../merkle-tree.ts';
import { refuse } from '../refusals.ts';
import { verifyNote } from '../signed-note.ts';

/**
 * Throws the refusal `bundle-not-sealed` unless a checkpoint covers both logs: what is not sealed cannot be proven. A
 * log without events needs no proof.
 */
export function assertSealed(note: string | undefined, leaves: MerkleTree, access: MerkleTree): void {
  const last = note === undefined ? undefined : checkpointOf(note);
  const [sealed, accessSealed] = [last?.size ?? 0, last?.access?.size ?? 0];
  if (sealed === leaves.size && accessSealed === access.size) return;
  const message =
    `The last checkpoint covers ${sealed} of ${leaves.size} events and ${accessSealed} of ${access.size} events ` +
    'of the access log: expected all of them to be sealed before the export.';
  throw new RefusalError(refuse('bundle-not-sealed', message, { sealed, events: leaves.size }));
}

function checkpointOf(note: string): Checkpoint | undefined {
  const read = verifyNote(note, []);
  const checkpoint = isRefusal(read) ? undefined : parseCheckpoint(read.text);
  return checkpoint === undefined || isRefusal(checkpoint) ? undefined : checkpoint;
}
