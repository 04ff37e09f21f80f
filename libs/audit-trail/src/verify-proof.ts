import { EMPTY_ROOT, nodeHash } from './merkle-tree.ts';
import { HASH_BYTES, sameBytes } from './sha256.ts';

/** Says that a leaf is in a tree, at one place. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  /** Order of the leaf in the log, from 0. */
  readonly index: number;
  /** Leaves of the tree. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Says that one tree is the beginning of another. */
export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Uint8Array;
  readonly secondRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): boolean {
  const counted = isCount(index) && isCount(size) && index < size;
  if (!counted || ![leaf, root, ...proof].every(isHash)) return false;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      hash = nodeHash(other, hash);
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, other);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

/** Whether the proof shows that nothing of the first tree was changed in the second (RFC 9162, 2.1.4.2). */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  const counted = isCount(first) && isCount(second) && first <= second;
  if (!counted || ![firstRoot, secondRoot, ...proof].every(isHash)) return false;
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && sameBytes(firstRoot, EMPTY_ROOT);
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  return path[0] !== undefined && proof.length > 0 && followsBoth(claim, path[0], path.slice(1));
}

function followsBoth(claim: ConsistencyClaim, start: Uint8Array, path: readonly Uint8Array[]): boolean {
  let place = claim.first - 1;
  let last = claim.second - 1;
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  let [old, now] = [start, start];
  for (const other of path) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      [old, now] = [nodeHash(other, old), nodeHash(other, now)];
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      now = nodeHash(now, other);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(old, claim.firstRoot) && sameBytes(now, claim.secondRoot);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isHash = (bytes: Uint8Array): boolean => bytes.length === HASH_BYTES;
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}
