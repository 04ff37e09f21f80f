import { describe, expect, it } from '@jest/globals';
import { consistencyProof, inclusionProof, treeRoot } from './merkle-proofs.ts';
import { MerkleTree } from './merkle-tree.ts';
import {
  asLeaves,
  countedLeaf,
  countedLeaves,
  hex,
  readVectors,
  treeOver,
  type TreeVectors,
  unhex,
} from './vectors.fixture.ts';
import {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from './verify-proof.ts';

interface ProofVectors {
  readonly inclusion: readonly { readonly index: number; readonly size: number; readonly proof: string[] }[];
  readonly consistency: readonly {
    readonly first: number;
    readonly second: number;
    readonly proof: string[];
  }[];
}

const { roots } = readVectors<TreeVectors>('trees').counted;
const vectors = readVectors<ProofVectors>('proofs');
const leaves = asLeaves(countedLeaves(1000));
const rootOf = (size: number): Uint8Array => treeOver(countedLeaves(size)).root();

const included = async (index: number, size: number): Promise<InclusionClaim> => ({
  leaf: countedLeaf(index),
  index,
  size,
  root: rootOf(size),
  proof: await inclusionProof(leaves, index, size),
});

const consistent = async (first: number, second: number): Promise<ConsistencyClaim> => ({
  first,
  second,
  firstRoot: rootOf(first),
  secondRoot: rootOf(second),
  proof: await consistencyProof(leaves, first, second),
});

/** Each proof with one bit changed, one hash less, one more, or in another order. */
function spoilt(proof: readonly Uint8Array[]): Uint8Array[][] {
  const flipped = proof.map((hash, at) => proof.with(at, Buffer.from(hash).fill((hash[0] ?? 0) ^ 1, 0, 1)));
  const shorter = proof.map((_, at) => proof.toSpliced(at, 1));
  const longer = [
    [...proof, countedLeaf(0)],
    [countedLeaf(0), ...proof],
  ];
  const cut = proof.length > 0 ? [proof.with(0, proof[0]!.subarray(1))] : [];
  const turned = proof.length > 1 ? [proof.toReversed()] : [];
  return [...flipped, ...shorter, ...longer, ...cut, ...turned].map((hashes) => [...hashes]);
}

describe('the proof that an event is in the log', () => {
  it.each(vectors.inclusion)('is the golden one for leaf $index of $size', async ({ index, size, proof }) => {
    expect((await inclusionProof(leaves, index, size)).map(hex)).toEqual(proof);
    const root = unhex(roots[size]!);
    expect(verifyInclusion({ leaf: countedLeaf(index), index, size, root, proof: proof.map(unhex) })).toBe(
      true,
    );
  });

  it('holds for every leaf of every tree of up to 33', async () => {
    for (let size = 1; size <= 33; size += 1) {
      for (let index = 0; index < size; index += 1) {
        expect(verifyInclusion(await included(index, size))).toBe(true);
      }
    }
  });

  it('holds for no other leaf, place, size or root, and not with another proof', async () => {
    for (const [index, size] of [
      [0, 1],
      [0, 2],
      [5, 11],
      [10, 11],
      [7, 8],
      [998, 1000],
    ] as const) {
      const claim = await included(index, size);
      const lies = [
        { ...claim, leaf: countedLeaf(index + 1) },
        { ...claim, leaf: claim.leaf.subarray(1) },
        { ...claim, index: index + 1 },
        { ...claim, index: index - 1 },
        { ...claim, index: index + 0.5 },
        { ...claim, size: size * 2 },
        { ...claim, size: 0 },
        { ...claim, root: rootOf(size + 1) },
        { ...claim, root: Buffer.alloc(0) },
        ...spoilt(claim.proof).map((proof) => ({ ...claim, proof })),
      ];
      for (const lie of lies) expect(verifyInclusion(lie)).toBe(false);
    }
  });

  it('is not made for a leaf that the tree does not have', async () => {
    await expect(inclusionProof(leaves, 8, 8)).rejects.toThrow('a tree of 8 leaves has no leaf 8');
    await expect(inclusionProof(leaves, -1, 8)).rejects.toThrow(RangeError);
  });

  it('uses the subtrees that are stored instead of hashing all leaves again', async () => {
    const nodes = new Map<string, Uint8Array>();
    const tree = new MerkleTree();
    for (const leaf of countedLeaves(1000)) {
      tree.append(leaf, (level, index, hash) => nodes.set(`${level}/${index}`, hash));
    }
    let read = 0;
    const stored = {
      leaf: (index: number) => {
        read += 1;
        return countedLeaf(index);
      },
      node: (level: number, index: number) => nodes.get(`${level}/${index}`),
    };
    expect((await inclusionProof(stored, 513, 1000)).map(hex)).toEqual(
      (await inclusionProof(leaves, 513, 1000)).map(hex),
    );
    expect(read).toBe(1);
  });
});

describe('the proof that nothing of an earlier log was changed', () => {
  it.each(vectors.consistency)(
    'is the golden one from $first to $second',
    async ({ first, second, proof }) => {
      expect((await consistencyProof(leaves, first, second)).map(hex)).toEqual(proof);
      const [firstRoot, secondRoot] = [unhex(roots[first] ?? hex(rootOf(first))), unhex(roots[second]!)];
      expect(verifyConsistency({ first, second, firstRoot, secondRoot, proof: proof.map(unhex) })).toBe(true);
    },
  );

  it('holds from every size to every later one up to 33', async () => {
    for (let second = 0; second <= 33; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        expect(verifyConsistency(await consistent(first, second))).toBe(true);
      }
    }
  });

  it('holds for no other size or root, and not with another proof', async () => {
    for (const [first, second] of [
      [1, 2],
      [3, 7],
      [4, 8],
      [6, 8],
      [8, 8],
      [0, 5],
      [768, 1000],
    ] as const) {
      const claim = await consistent(first, second);
      const lies = [
        { ...claim, firstRoot: rootOf(first + 1) },
        { ...claim, secondRoot: first === 0 ? Buffer.alloc(3) : rootOf(second + 1) },
        { ...claim, first: second + 1 },
        { ...claim, second: second + 0.5 },
        ...(first > 0 ? [{ ...claim, first: first - 1 }] : []),
        ...spoilt(claim.proof).map((proof) => ({ ...claim, proof })),
      ];
      for (const lie of lies) expect(verifyConsistency(lie)).toBe(false);
    }
  });

  it('is not made towards an earlier log', async () => {
    await expect(consistencyProof(leaves, 9, 8)).rejects.toThrow('is not the beginning of one of 8');
  });
});

describe('the root of the first leaves of a log', () => {
  it.each([0, 1, 2, 3, 7, 8, 255, 256, 257, 1000])('is that of a tree of %i leaves', async (size) => {
    expect(hex(await treeRoot(leaves, size))).toBe(hex(rootOf(size)));
  });

  it('is not told of a number that is none', async () => {
    await expect(treeRoot(leaves, -1)).rejects.toThrow(RangeError);
  });
});
