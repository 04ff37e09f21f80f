import { HASH_BYTES, sha256 } from './sha256.ts';

/** RFC 6962, 2.1: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}

const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** The root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = sha256(Buffer.alloc(0));

/** Called with each subtree that has become complete: 2^level leaves from index × 2^level; level 0 is the leaf. */
export type OnNode = (level: number, index: number, hash: Uint8Array) => void;

/**
 * A Merkle tree (RFC 6962) that only grows. It keeps the roots of its complete subtrees, at most one per binary digit
 * of its size, so that memory does not grow with the log.
 */
export class MerkleTree {
  #size = 0;
  /** Roots of the complete subtrees, from the largest to the smallest. */
  readonly #peaks: Uint8Array[] = [];

  /** A tree as it was left. Throws `RangeError` when the peaks do not belong to a tree of that size. */
  static resume(size: number, peaks: readonly Uint8Array[]): MerkleTree {
    const fits = Number.isSafeInteger(size) && size >= 0 && peaks.length === onesIn(size);
    if (!fits || peaks.some((peak) => peak.length !== HASH_BYTES)) {
      throw new RangeError(`${peaks.length} hashes are not the peaks of a tree of ${size} leaves`);
    }
    const tree = new MerkleTree();
    tree.#size = size;
    tree.#peaks.push(...peaks.map((peak) => Uint8Array.from(peak)));
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /** What `resume` needs beside the size. */
  get peaks(): readonly Uint8Array[] {
    return [...this.#peaks];
  }

  append(leaf: Uint8Array, onNode?: OnNode): void {
    if (leaf.length !== HASH_BYTES)
      throw new RangeError(`a leaf hash has ${leaf.length} bytes, not ${HASH_BYTES}`);
    let index = this.#size;
    let hash = leaf;
    onNode?.(0, index, hash);
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = this.#peaks.pop();
      if (!left) throw new Error('the tree has lost a peak');
      index = (index - 1) / 2;
      hash = nodeHash(left, hash);
      onNode?.(level, index, hash);
    }
    this.#peaks.push(hash);
    this.#size += 1;
  }

  root(): Uint8Array {
    return foldPeaks(this.#peaks);
  }
}

/** The root over complete subtrees, given from the largest to the smallest. */
export function foldPeaks(peaks: readonly Uint8Array[]): Uint8Array {
  if (peaks.length === 0) return EMPTY_ROOT;
  return peaks.reduceRight((right, left) => nodeHash(left, right));
}

function onesIn(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
