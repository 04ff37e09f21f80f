import { describe, expect, it } from '@jest/globals';
import { leafHash } from './leaf-hash.ts';
import { EMPTY_ROOT, MerkleTree, nodeHash } from './merkle-tree.ts';
import { sha256 } from './sha256.ts';
import {
  countedLeaf,
  countedLeaves,
  eventVectors,
  hex,
  readVectors,
  recordedEvent,
  treeOver,
  type TreeVectors,
  unhex,
} from './vectors.fixture.ts';

const vectors = readVectors<TreeVectors>('trees');

/** The definition of RFC 6962, 2.1, word by word. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length <= 1) return leaves[0] ?? EMPTY_ROOT;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(definition(leaves.slice(0, half)), definition(leaves.slice(half)));
}

describe('the Merkle tree', () => {
  it.each(vectors.certificateTransparency.roots.map((root, at) => [at + 1, root] as const))(
    'has the root that Certificate Transparency computes over its first %d reference leaves',
    (count, root) => {
      const inputs = vectors.certificateTransparency.inputs.slice(0, count);
      const leaves = inputs.map((input) => sha256(Buffer.concat([Buffer.of(0), unhex(input)])));
      expect(hex(treeOver(leaves).root())).toBe(root);
    },
  );

  it.each(Object.entries(vectors.counted.roots))('has the golden root over %s leaves', (count, root) => {
    expect(hex(treeOver(countedLeaves(Number(count))).root())).toBe(root);
  });

  it('agrees with the definition at every size up to 130', () => {
    const tree = new MerkleTree();
    const leaves: Uint8Array[] = [];
    for (let size = 0; size <= 130; size += 1) {
      expect(tree.size).toBe(size);
      expect(hex(tree.root())).toBe(hex(definition(leaves)));
      leaves.push(countedLeaf(size));
      tree.append(countedLeaf(size));
    }
  });

  it('goes on from its size and its peaks as if it had never stopped', () => {
    for (const size of [0, 1, 2, 3, 255, 256, 257, 500]) {
      const begun = treeOver(countedLeaves(size));
      const resumed = MerkleTree.resume(begun.size, begun.peaks);
      for (let at = size; at < 600; at += 1) resumed.append(countedLeaf(at));
      expect(hex(resumed.root())).toBe(hex(treeOver(countedLeaves(600)).root()));
    }
  });

  it.each<[string, number, Uint8Array[]]>([
    ['too few peaks', 3, [countedLeaf(0)]],
    ['too many peaks', 2, [countedLeaf(0), countedLeaf(1)]],
    ['a peak that is no hash', 1, [Buffer.alloc(31)]],
    ['a size that is no number of leaves', -1, []],
    ['a fraction of a leaf', 0.5, []],
  ])('does not go on from %s', (_, size, peaks) => {
    expect(() => MerkleTree.resume(size, peaks)).toThrow(RangeError);
  });

  it('takes nothing but hashes as leaves', () => {
    const tree = new MerkleTree();
    expect(() => tree.append(Buffer.alloc(33))).toThrow('33 bytes');
    expect(tree.size).toBe(0);
  });

  it('tells each complete subtree once, when it is complete', () => {
    const told: string[] = [];
    const tree = new MerkleTree();
    for (const leaf of countedLeaves(6)) tree.append(leaf, (level, index) => told.push(`${level}/${index}`));
    expect(told).toEqual(['0/0', '0/1', '1/0', '0/2', '0/3', '1/1', '2/0', '0/4', '0/5', '1/2']);
  });

  it('tells subtrees by their roots', () => {
    const told = new Map<string, string>();
    const tree = new MerkleTree();
    for (const leaf of countedLeaves(8)) {
      tree.append(leaf, (level, index, hash) => told.set(`${level}/${index}`, hex(hash)));
    }
    expect(told.get('3/0')).toBe(vectors.counted.roots['8']);
    expect(told.get('2/1')).toBe(hex(definition(countedLeaves(8).slice(4))));
  });

  it('has the same root over events wherever they are kept', () => {
    const leaves = eventVectors.map((vector) => leafHash(recordedEvent(vector)));
    expect(hex(treeOver(leaves).root())).toBe(hex(definition(eventVectors.map(({ leaf }) => unhex(leaf)))));
  });
});
