import { EMPTY_ROOT, foldPeaks, nodeHash } from './merkle-tree.ts';

/** The stored leaf hashes of a log, and what else is stored of its tree. */
export interface Leaves {
  /** The hash of a leaf, by its order in the log from 0. */
  leaf(index: number): Uint8Array | Promise<Uint8Array>;
  /** The root of the complete subtree of 2^level leaves from index × 2^level, where it is stored; saves hashing. */
  node?(level: number, index: number): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/**
 * What proves that leaf `index` is in the tree of `size` leaves (RFC 6962, 2.1.1), from the leaf upwards.
 * Throws `RangeError` when the tree has no such leaf.
 */
export async function inclusionProof(leaves: Leaves, index: number, size: number): Promise<Uint8Array[]> {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  }
  const proof: Uint8Array[] = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + splitOf(to - from);
    const inLeft = index < middle;
    proof.unshift(inLeft ? await rangeRoot(leaves, middle, to) : await rangeRoot(leaves, from, middle));
    if (inLeft) to = middle;
    else from = middle;
  }
  return proof;
}

/**
 * What proves that the tree of `first` leaves is the beginning of the one of `second` leaves (RFC 6962, 2.1.2).
 * Empty when either is nothing to prove: `first` is 0, or both are the same. Throws `RangeError` when `first` is more.
 */
export async function consistencyProof(leaves: Leaves, first: number, second: number): Promise<Uint8Array[]> {
  if (!isCount(first) || !isCount(second) || first > second) {
    throw new RangeError(`a tree of ${first} leaves is not the beginning of one of ${second}`);
  }
  if (first === 0 || first === second) return [];
  const proof: Uint8Array[] = [];
  let from = 0;
  let to = second;
  while (first !== to) {
    const middle = from + splitOf(to - from);
    const inLeft = first <= middle;
    proof.unshift(inLeft ? await rangeRoot(leaves, middle, to) : await rangeRoot(leaves, from, middle));
    if (inLeft) to = middle;
    else from = middle;
  }
  // A first tree that is one complete subtree of the second is known to the verifier.
  if (from > 0) proof.unshift(await rangeRoot(leaves, from, to));
  return proof;
}

/** The root of the tree over the first `size` leaves (RFC 6962, 2.1), from what is stored of it. */
export async function treeRoot(leaves: Leaves, size: number): Promise<Uint8Array> {
  if (!isCount(size)) throw new RangeError(`a tree has no ${size} leaves`);
  return size === 0 ? EMPTY_ROOT : rangeRoot(leaves, 0, size);
}

/** The root over leaves `from` to before `to`, where `from` is a multiple of the largest subtree in it. */
async function rangeRoot(leaves: Leaves, from: number, to: number): Promise<Uint8Array> {
  const peaks: Uint8Array[] = [];
  let start = from;
  while (start < to) {
    const level = levelOf(to - start);
    peaks.push(await subtreeRoot(leaves, level, start / 2 ** level));
    start += 2 ** level;
  }
  return foldPeaks(peaks);
}

async function subtreeRoot(leaves: Leaves, level: number, index: number): Promise<Uint8Array> {
  if (level === 0) return leaves.leaf(index);
  const stored = await leaves.node?.(level, index);
  if (stored) return stored;
  const left = await subtreeRoot(leaves, level - 1, index * 2);
  return nodeHash(left, await subtreeRoot(leaves, level - 1, index * 2 + 1));
}

/** The largest power of two below a number of at least 2. */
const splitOf = (count: number): number => 2 ** levelOf(count - 1);

/** How many levels the largest complete subtree has in a number of leaves; exact, unlike a logarithm. */
function levelOf(count: number): number {
  let level = 0;
  while (2 ** (level + 1) <= count) level += 1;
  return level;
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
