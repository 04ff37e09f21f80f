import { afterEach, describe, expect, it } from '@jest/globals';
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  MerkleTree,
  verifyConsistency,
  verifyInclusion,
} from '#audit-trail';
import { SealedLedger } from './sealed.fixture.ts';

let ledger: SealedLedger;
afterEach(() => ledger.remove());

/** The tree over a log, computed without any file. */
async function treeOf({
  logs,
}: SealedLedger): Promise<{ tree: MerkleTree; leaves: Buffer[]; positions: string[] }> {
  const tree = new MerkleTree();
  const [leaves, positions]: [Buffer[], string[]] = [[], []];
  for await (const event of logs.ledger.readAll()) {
    leaves.push(leafHash(event));
    positions.push(event.position);
    tree.append(leaves.at(-1)!);
  }
  return { tree, leaves, positions };
}

describe.each([1, 2, 255, 256, 257, 1_000])('a log of %d events', (count) => {
  it('is sealed under the root of all its leaves, and every leaf can be proven from the tiles', async () => {
    ledger = new SealedLedger();
    await ledger.post(count);
    await ledger.sealer.sealNow();
    ledger.reopen();
    const { tree, leaves, positions } = await treeOf(ledger);
    const [checkpoint] = ledger.checkpoints();
    expect([checkpoint?.size, checkpoint?.root]).toEqual([count, new Uint8Array(tree.root())]);
    expect(ledger.seals.tree('ledger').root()).toEqual(tree.root());
    for (const index of [0, Math.floor(count / 2), count - 1]) {
      const position = ledger.seals.positionOf('ledger', index)!;
      expect([position, ledger.seals.indexOf('ledger', position)]).toEqual([positions[index], index]);
      const proof = await inclusionProof(ledger.seals.leaves('ledger'), index, count);
      expect(verifyInclusion({ leaf: leaves[index]!, index, size: count, root: tree.root(), proof })).toBe(
        true,
      );
    }
  });
});

describe('a log of 65,537 events', () => {
  it('is proven over three levels of tiles, whether it was sealed at once or in parts', async () => {
    ledger = new SealedLedger({ every: { events: 20_000, seconds: 60 } });
    for (let part = 0; part < 6; part += 1) await ledger.post(10_000);
    await ledger.sealer.sealNow();
    ledger.reopen();
    await ledger.post(5_537);
    await ledger.sealer.sealNow();
    const { tree, leaves } = await treeOf(ledger);
    const root = tree.root();
    expect(ledger.sizes()).toEqual([20_000, 40_000, 60_000, 65_537]);
    for (const index of [0, 255, 256, 65_535, 65_536]) {
      const proof = await inclusionProof(ledger.seals.leaves('ledger'), index, 65_537);
      expect(verifyInclusion({ leaf: leaves[index]!, index, size: 65_537, root, proof })).toBe(true);
    }
    const checkpoints = ledger.checkpoints();
    for (const [index, second] of checkpoints.entries()) {
      for (const first of checkpoints.slice(0, index)) {
        const sizes = { first: first.size, second: second.size };
        const proof = await consistencyProof(ledger.seals.leaves('ledger'), first.size, second.size);
        const claim = { ...sizes, firstRoot: first.root, secondRoot: second.root, proof };
        expect([sizes, verifyConsistency(claim)]).toEqual([sizes, true]);
      }
    }
  });
});

describe('a position', () => {
  it('that no leaf has is at no index', async () => {
    ledger = new SealedLedger();
    await ledger.post(300);
    await ledger.sealer.sealNow();
    const last = (await ledger.logs.ledger.head())!;
    await ledger.post(1);
    const next = (await ledger.logs.ledger.head())!;
    expect([ledger.seals.indexOf('ledger', last), ledger.seals.indexOf('ledger', next)]).toEqual([
      299,
      undefined,
    ]);
    expect(ledger.seals.positionOf('ledger', 300)).toBeUndefined();
  });

  it('of an event of the access log is found in the tree of that log', async () => {
    ledger = new SealedLedger();
    await ledger.post(3);
    await ledger.post(2, { log: 'access' });
    await ledger.sealer.sealNow();
    const last = (await ledger.logs.access.head())!;
    expect(ledger.seals.indexOf('access', last)).toBe(1);
    expect(ledger.checkpoints()[0]?.access?.size).toBe(2);
  });
});
