import { type Bytes, joined, sameBytes, sha256 } from './bytes.ts';

const HASH_BYTES = 32;
const NODE = Uint8Array.of(1);

const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(joined(NODE, left, right));

/** Says that a leaf is in a tree, at one place. */
export interface Inclusion {
  readonly leaf: Bytes;
  /** Order of the leaf in the log, from 0. */
  readonly index: number;
  /** Leaves of the tree. */
  readonly size: number;
  readonly root: Bytes;
  readonly proof: readonly Bytes[];
}

/** Says that one tree is the beginning of another. */
export interface Consistency {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Bytes;
  readonly secondRoot: Bytes;
  readonly proof: readonly Bytes[];
}

/** Whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export async function includes({ leaf, index, size, root, proof }: Inclusion): Promise<boolean> {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;
  let [place, last] = [index, size - 1];
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      hash = await nodeHash(other, hash);
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      hash = await nodeHash(hash, other);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

/** Whether the proof shows that nothing of the first tree was changed in the second (RFC 9162, 2.1.4.2). */
export async function continues(claim: Consistency): Promise<boolean> {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (!isCount(first) || !isCount(second) || first > second) return false;
  if (![firstRoot, secondRoot, ...proof].every(isHash)) return false;
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot);
  const [start, ...path] = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  if (first === 0 || start === undefined || proof.length === 0) return false;
  let [place, last] = [first - 1, second - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  let [old, now] = [start, start];
  for (const other of path) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      [old, now] = [await nodeHash(other, old), await nodeHash(other, now)];
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      now = await nodeHash(now, other);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(old, firstRoot) && sameBytes(now, secondRoot);
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
