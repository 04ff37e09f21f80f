import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync, rmSync } from 'node:fs';
import { SealedLedger } from './sealed.fixture.ts';

const ORIGIN = 'ledger.example/etda';

let one: SealedLedger;
let other: SealedLedger;

beforeEach(() => {
  one = new SealedLedger({ origin: ORIGIN, sharesKeys: true });
  other = new SealedLedger({ origin: ORIGIN, sharesKeys: true, logs: one.logs, keys: one.keys });
});
afterEach(async () => {
  await one.remove();
  await other.remove();
});

const keysOf = ({ seals }: SealedLedger): string[] => seals.verifierKeys().map(({ text }) => text);
const keyFiles = (): string[] => readdirSync(one.keys.dir).filter((name) => name.endsWith('.key'));

describe('two processes that seal the same logs with one folder of keys', () => {
  it('sign the same roots at the same sizes with the same key, each at its own times', async () => {
    await one.post(3);
    await one.sealer.sealNow();
    await one.post(4);
    await other.sealer.sealNow();
    await one.sealer.sealNow();
    expect([one.sizes(), other.sizes()]).toEqual([[3, 7], [7]]);
    const [mine, theirs] = [one, other].map((process) => process.checkpoints().at(-1));
    expect(theirs).toMatchObject({ root: mine?.root, origin: ORIGIN, signers: mine?.signers });
    expect(keysOf(other)).toEqual(keysOf(one));
    expect(keyFiles()).toHaveLength(1);
  });

  it('begin with one key, whoever comes first', async () => {
    await one.post(1);
    await Promise.all([one.sealer.sealNow(), other.sealer.sealNow()]);
    expect(keysOf(other)).toEqual(keysOf(one));
    expect(keyFiles()).toHaveLength(1);
    expect(one.keys.listFirst('never taken')).toEqual(keysOf(one));
  });

  it('follow when one of them begins a new key: the next checkpoint is signed by both keys', async () => {
    await one.post(1);
    await one.sealer.sealNow();
    await other.sealer.sealNow();
    await one.sealer.rotateKey({ lost: false });
    await one.post(1);
    await other.sealer.sealNow();
    const [before, now] = keysOf(one);
    expect(keysOf(other)).toEqual([before, now]);
    expect(other.checkpoints().at(-1)?.signers).toHaveLength(2);
    expect(other.seals.verifierKeys()[0]).toMatchObject({ ended: 'rotated' });
    expect(one.keys.listed()).toEqual([before, now]);
    // With the third key the first is taken away: nobody needs it any more.
    await other.sealer.rotateKey({ lost: false });
    expect(keyFiles()).toHaveLength(2);
    await one.sealer.sealNow();
    await one.post(1);
    await one.sealer.sealNow();
    expect(keysOf(one)).toEqual(keysOf(other));
  });

  it('sign nothing with a key that was lost or stolen', async () => {
    await one.post(1);
    await one.sealer.sealNow();
    await other.sealer.sealNow();
    await one.sealer.rotateKey({ lost: true });
    await one.post(1);
    await other.sealer.sealNow();
    expect(other.checkpoints().at(-1)?.signers).toHaveLength(1);
    expect(other.seals.verifierKeys()[0]).toMatchObject({ ended: 'lost' });
    expect(keyFiles()).toHaveLength(1);
  });

  it('let a process come back whose folder was thrown away, though the keys tell of seals', async () => {
    await one.post(2);
    await one.sealer.sealNow();
    await other.sealer.sealNow();
    for (const end of ['', '-wal', '-shm']) rmSync(`${other.sealsFile}${end}`, { force: true });
    other.reopen();
    expect(other.sizes()).toEqual([]);
    await other.sealer.sealNow();
    expect(other.sizes()).toEqual([2]);
    expect(other.checkpoints()[0]?.root).toEqual(one.checkpoints()[0]?.root);
  });

  it('do not sign where the keys are those of another ledger, or where the origin is not told', async () => {
    await one.post(1);
    await one.sealer.sealNow();
    const stranger = other.newSealer({ origin: 'ledger.example/other' });
    await expect(stranger.sealNow()).rejects.toMatchObject({ refusal: { code: 'seal-origin-differs' } });
    expect((await stranger.status()).standing).toBe('stuck');
    const nameless = other.newSealer({ origin: undefined });
    await expect(nameless.sealNow()).rejects.toMatchObject({ refusal: { code: 'seal-origin-wrong' } });
    expect(keyFiles()).toHaveLength(1);
  });
});
