import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdirSync } from 'node:fs';
import { rejectionOf } from '#event-store/testing';
import { SealedLedger } from './sealed.fixture.ts';
import { takeOverSeals } from './take-over.ts';

let source: SealedLedger;
let copy: SealedLedger;
beforeEach(async () => {
  source = new SealedLedger({ every: { events: 10, seconds: 60 } });
  await source.post(25);
  await source.post(2, { log: 'access' });
  await source.sealer.sealNow();
  await source.sealer.rotateKey({ lost: false });
  copy = new SealedLedger({ every: { events: 10, seconds: 60 } });
});
afterEach(() => Promise.all([source.remove(), copy.remove()]));

const seals = () => ({
  origin: source.seals.origin!,
  keys: source.seals.verifierKeys().map(({ text }) => text),
  notes: [...source.seals.checkpoints()].map(({ note }) => note),
});

describe('seals that are taken over with a log', () => {
  it('are those of the source, and the first new one needs its key', async () => {
    takeOverSeals(copy.seals, seals());
    copy.logs = source.logs;
    copy.reopen();
    expect(await copy.sealer.status()).toMatchObject({
      standing: 'sealed',
      size: 25,
      accessSize: 2,
      problem: null,
    });
    expect(seals()).toEqual({
      origin: copy.seals.origin,
      keys: copy.seals.verifierKeys().map(({ text }) => text),
      notes: [...copy.seals.checkpoints()].map(({ note }) => note),
    });
    await source.post(1);
    const missing = { refusal: { code: 'seal-key-missing' } };
    expect(await rejectionOf(copy.sealer.sealNow())).toMatchObject(missing);
    const { key } = source.seals.currentKey()!;
    mkdirSync(copy.keys.dir, { mode: 0o700 });
    copyFileSync(source.keys.fileOf(key.id), copy.keys.fileOf(key.id));
    await copy.sealer.sealNow();
    expect(copy.sizes()).toEqual([10, 20, 25, 25, 26]);
    expect(copy.seals.tree('ledger').size).toBe(26);
  });

  it.each([
    ['another log', 25],
    ['a shorter log', 24],
    ['a log that was begun again and has grown', 40],
  ])('are broken over %s', async (_, count) => {
    takeOverSeals(copy.seals, seals());
    copy.now += 1;
    await copy.post(count);
    await copy.post(2, { log: 'access' });
    copy.reopen();
    expect(await copy.sealer.status()).toMatchObject({ standing: 'broken' });
    expect(await rejectionOf(copy.sealer.sealNow())).toMatchObject({ refusal: { code: 'seal-broken' } });
    expect(copy.seals.latest()?.number).toBe(4);
  });

  it('are not taken over by a ledger that has seals', () => {
    expect(() => takeOverSeals(source.seals, seals())).toThrow(/holds checkpoints already/);
    takeOverSeals(copy.seals, { ...seals(), notes: [] });
    expect(copy.seals.origin).toBeUndefined();
  });
});
