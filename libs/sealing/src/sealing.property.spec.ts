import { describe, expect, it } from '@jest/globals';
import { consistencyProof, leafHash, MerkleTree, verifyConsistency } from '#audit-trail';
import { seededRandom } from '#event-store/testing';
import type { LogName } from './tiles.ts';
import { SealedLedger } from './sealed.fixture.ts';

const RUNS = 12;
const STEPS = 40;

type Place = 'memory' | 'disk';

/** Does something that may happen to a ledger, now and then several things at once. */
async function happen(ledger: SealedLedger, random: () => number, place: Place): Promise<void> {
  const chance = random();
  if (chance < 0.08 && place === 'disk') await ledger.postBeside(1 + Math.floor(random() * 3));
  else if (chance < 0.4) await ledger.post(1 + Math.floor(random() * 40));
  else if (chance < 0.5) await ledger.post(1 + Math.floor(random() * 3), { log: 'access' });
  else if (chance < 0.55) await ledger.post(1, { type: 'PeriodClosed' });
  else if (chance < 0.65) await ledger.sealer.slice();
  else if (chance < 0.75) await ledger.sealer.sealNow();
  else if (chance < 0.8) ledger.now += Math.floor(random() * 100_000) - 30_000;
  else if (chance < 0.87) ledger.reopen();
  else if (chance < 0.92 && ledger.seals.latest()) await ledger.sealer.rotateKey({ lost: random() < 0.3 });
  else {
    const { sealer } = ledger;
    await Promise.all([sealer.sealNow(), ledger.post(5), sealer.slice(), sealer.sealNow(), sealer.status()]);
  }
}

/** The roots of a log by size, computed from its events alone. */
async function rootsOf(ledger: SealedLedger, log: LogName): Promise<Uint8Array[]> {
  const tree = new MerkleTree();
  const roots = [new Uint8Array(tree.root())];
  for await (const event of ledger.logs[log].readAll()) {
    tree.append(leafHash(event));
    roots.push(new Uint8Array(tree.root()));
  }
  return roots;
}

describe('whatever happens, in whatever order', () => {
  it.each<Place>(['memory', 'disk'])(
    'every checkpoint fits both logs and all before it, in %s',
    async (place) => {
      const seed = Date.now() % 1_000_000;
      const random = seededRandom(seed);
      for (let run = 0; run < RUNS; run += 1) {
        const every = { events: 1 + Math.floor(random() * 50), seconds: 60 };
        const ledger = new SealedLedger({ every, boundaries: new Set(['PeriodClosed']) }, place);
        for (let step = 0; step < STEPS; step += 1) await happen(ledger, random, place);
        const status = await ledger.sealer.finish();
        expect({ seed, run, standing: status.standing }).toEqual({ seed, run, standing: 'sealed' });
        await checkAll(ledger);
        await ledger.remove();
      }
    },
    60_000,
  );
});

async function checkAll(ledger: SealedLedger): Promise<void> {
  const [roots, accessRoots] = [await rootsOf(ledger, 'ledger'), await rootsOf(ledger, 'access')];
  const checkpoints = ledger.checkpoints();
  for (const [index, { size, root, access, signers, time }] of checkpoints.entries()) {
    expect(new Uint8Array(root)).toEqual(roots[size]);
    expect(new Uint8Array(access!.root)).toEqual(accessRoots[access!.size]);
    expect(signers.length).toBeGreaterThan(0);
    const before = checkpoints[index - 1];
    if (!before) continue;
    expect(before.time <= time && before.size <= size && before.access!.size <= access!.size).toBe(true);
    const proof = await consistencyProof(ledger.seals.leaves('ledger'), before.size, size);
    const claim = { first: before.size, second: size, firstRoot: before.root, secondRoot: root, proof };
    expect(verifyConsistency(claim)).toBe(true);
  }
  expect(ledger.seals.latest()).toMatchObject({ size: roots.length - 1, accessSize: accessRoots.length - 1 });
}
