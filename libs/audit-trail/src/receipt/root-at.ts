import { inclusionProof, type Leaves } from '../merkle-proofs.ts';
import { EMPTY_ROOT, nodeHash } from '../merkle-tree.ts';

/** The root that the tree had at an earlier size, from stored leaves. Throws `RangeError` when there are fewer. */
export async function rootAt(leaves: Leaves, size: number): Promise<Uint8Array> {
  if (size === 0) return EMPTY_ROOT;
  const last = size - 1;
  // Beside the path of the last leaf everything lies on its left.
  const beside = await inclusionProof(leaves, last, size);
  const leaf = await leaves.leaf(last);
  return beside.reduce((hash, left) => nodeHash(left, hash), leaf);
}
