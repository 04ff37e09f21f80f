import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { verifyTimeStamp } from '#time-stamping';
import { TestAuthority } from '#time-stamping/testing';
import { SealedLedger } from '../sealed.fixture.ts';
import { TimeStamps } from './time-stamps.ts';

let authority: TestAuthority;
let usual: TestAuthority['answer'];
let ledger: SealedLedger;

beforeAll(async () => {
  authority = await TestAuthority.start();
  usual = authority.answer;
});
afterAll(() => authority.close());
beforeEach(() => {
  authority.answer = usual;
  ledger = new SealedLedger();
  ledger.reopen(stamping());
});
afterEach(() => ledger.remove());

function stamping(everyMinutes = 60) {
  const settings = { url: authority.url, trusted: authority.root, everyMinutes };
  return { targets: [new TimeStamps(settings, () => new Date(ledger.now).toISOString() as Instant)] };
}

async function seal(): Promise<void> {
  await ledger.post(1);
  await ledger.sealer.sealNow();
  await ledger.sealer.publication.publish();
}

const stamped = () =>
  [...ledger.seals.checkpoints()].map(({ number }) => ledger.seals.timestamps(number).length);
const standing = () => ledger.sealer.publication.status()[0]!;

describe('a time-stamp of a checkpoint', () => {
  it('is kept with it, and proves the time of its signed note', async () => {
    await seal();
    const [{ note } = { note: '' }] = ledger.seals.checkpoints();
    const [{ token } = { token: new Uint8Array() }] = ledger.seals.timestamps(1);
    expect(verifyTimeStamp(token, Buffer.from(note), { trusted: authority.root })).toMatchObject({
      authority: 'O=Test, CN=tsa',
    });
    expect(standing()).toEqual({
      kind: 'time-stamps',
      path: authority.url,
      published: 1,
      lag: 0,
      problem: null,
    });
  });

  it('is asked for once in the time that is set, for the checkpoint that is the last then', async () => {
    await seal();
    await seal();
    await seal();
    expect(stamped()).toEqual([1, 0, 0]);
    expect(standing()).toMatchObject({ lag: 1, problem: null });
    ledger.now += 59 * 60_000;
    await ledger.sealer.publication.publish();
    expect(stamped()).toEqual([1, 0, 0]);
    ledger.now += 60_000;
    await ledger.sealer.publication.publish();
    expect(stamped()).toEqual([1, 0, 1]);
    expect(standing()).toMatchObject({ lag: 0 });
  });

  it('is not asked for again by a new start of the program', async () => {
    await seal();
    ledger.reopen(stamping());
    const before = authority.asked;
    await ledger.sealer.finish();
    await ledger.sealer.publication.publish();
    expect(authority.asked).toBe(before);
  });
});

describe('an authority that fails', () => {
  it('holds up no checkpoint, is told, and is asked again', async () => {
    authority.answer = async (_, response) => {
      response.writeHead(503).end();
    };
    await seal();
    await seal();
    expect(ledger.sizes()).toEqual([1, 2]);
    expect(standing()).toMatchObject({ problem: expect.stringContaining('answered 503') });
    expect(ledger.sealer.glance()).toMatchObject({ standing: 'sealed', problem: null });
    authority.answer = usual;
    await ledger.sealer.publication.publish();
    expect(stamped()).toEqual([0, 1]);
    expect(standing()).toMatchObject({ problem: null, lag: 0 });
  });

  it('that another root vouches for is not taken', async () => {
    const other = await TestAuthority.start();
    authority.answer = (request, response) => other.answer(request, response);
    await seal();
    await other.close();
    expect(stamped()).toEqual([0]);
    expect(standing()).toMatchObject({ problem: expect.stringContaining('is not trusted') });
  });
});
