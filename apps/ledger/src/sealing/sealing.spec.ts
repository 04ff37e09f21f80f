import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '#event-store';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, parseVerifierKey, verifyConsistency, verifyNote } from '#audit-trail';
import { isRefusal } from '#kernel';
import { SealsFile } from '#sealing';
import { createLedger, type Ledger } from '../ledger.ts';
import type { SealSettings } from './ledger-seals.ts';

let dir: string;
let data: string;
let ledger: Ledger;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'obligo-sealing-'));
  data = join(dir, 'ledger');
  ledger = await open();
});
afterEach(async () => {
  await ledger.close();
  rmSync(dir, { recursive: true, force: true });
});

const open = (seal: SealSettings = {}, create = true): Promise<Ledger> =>
  createLedger({ data, create, purpose: 'test', logLevel: 'silent', seal });

async function reopen(seal: SealSettings = {}): Promise<void> {
  await ledger.close();
  ledger = await open(seal);
}

let keys = 0;
async function ask(method: 'GET' | 'POST', path: string, body?: object) {
  const reply = await ledger.app.inject({
    method,
    url: `/api/v1/${path}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-${(keys += 1)}` },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  return { status: reply.statusCode, text: reply.body, type: String(reply.headers['content-type']) };
}

async function json(method: 'GET' | 'POST', path: string, body?: object): Promise<Record<string, unknown>> {
  return JSON.parse((await ask(method, path, body)).text) as Record<string, unknown>;
}

/** Opens an account; the first posting registers the organisation, too. */
async function post(project: string): Promise<void> {
  const body = { fiscalYear: 2569, project, name: project, effectiveOn: '2025-12-01' };
  expect((await ask('POST', 'budget-accounts', body)).status).toBe(201);
}

async function close(period: string, verb: string): Promise<void> {
  const { status, text } = await ask('POST', `periods/2569/${verb}`, { period, effectiveOn: '2025-11-05' });
  expect([status, text]).toEqual([201, expect.anything()]);
}

function sealedSizes(): number[] {
  const seals = SealsFile.open({ file: join(data, 'seals.sqlite'), readOnly: true });
  try {
    return [...seals.checkpoints()].map(({ size }) => size);
  } finally {
    seals.close();
  }
}

describe('a ledger that closes', () => {
  it('seals what was posted, with keys beside its folder', async () => {
    await post('P01');
    await ledger.close();
    expect(sealedSizes()).toEqual([2]);
    expect(readdirSync(`${data}.keys`)).toContain('verifier-keys.txt');
    ledger = await open();
  });

  it('without a posting has no seals and no keys', async () => {
    await ledger.close();
    expect([existsSync(`${data}.keys`), existsSync(join(data, 'seals.sqlite'))]).toEqual([false, false]);
    ledger = await open();
  });

  it('seals exactly at each close of a period, softly or wholly, before what comes after', async () => {
    await post('P01');
    await close('2025-10', 'soft-closings');
    await post('P02');
    await close('2025-10', 'closings');
    await post('P03');
    await ledger.close();
    expect(sealedSizes()).toEqual([3, 5, 6]);
    ledger = await open();
  });

  it('tells what it could not seal, and seals it when it can', async () => {
    await ledger.close();
    writeFileSync(join(dir, 'file'), '');
    ledger = await open({ keys: join(dir, 'file', 'keys') });
    await post('P01');
    expect(await ledger.close()).toMatchObject({
      standing: 'stuck',
      tail: { events: 2 },
      problem: { code: 'seal-key-missing' },
    });
    ledger = await open();
    await ledger.close();
    expect(sealedSizes()).toEqual([2]);
    ledger = await open();
  });

  it('adds what it sealed to the file and to the folder of the witness', async () => {
    const [publish, witness] = [join(dir, 'published.txt'), join(dir, 'witness')];
    await reopen({ publish, witness });
    await post('P01');
    await reopen({ publish, witness });
    const note = (await ask('GET', 'checkpoints/latest')).text;
    expect(readFileSync(publish, 'utf8')).toBe(note);
    expect(readFileSync(join(witness, 'checkpoint-000000000001.txt'), 'utf8')).toBe(note);
  });
});

describe('a ledger that is served', () => {
  /** Looks until it is so; the time limit of the test ends what never becomes so. */
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  const fail = (error: unknown) => {
    throw error;
  };

  it('seals as soon as there are enough events', async () => {
    await reopen({ every: { events: 3, seconds: 3600 } });
    ledger.embedded.follow(fail);
    await post('P01');
    await post('P02');
    await until(() => sealedSizes().includes(3));
  });

  it('seals a single posting in its time', async () => {
    await reopen({ every: { events: 1000, seconds: 1 } });
    ledger.embedded.follow(fail);
    await post('P01');
    await until(() => sealedSizes().includes(2));
  });

  it('tells at its start that it cannot sign', async () => {
    await post('P01');
    await ledger.close();
    renameSync(`${data}.keys`, `${data}.elsewhere`);
    ledger = await open();
    await post('P02');
    const told = Promise.withResolvers<unknown>();
    ledger.embedded.follow(told.resolve);
    expect(await told.promise).toMatchObject({ message: expect.stringMatching(/^not sealed: .*is missing/) });
    renameSync(`${data}.elsewhere`, `${data}.keys`);
  });
});

describe('a ledger that is opened', () => {
  it('with keys in its own folder, or under another name than before, is refused', async () => {
    await post('P01');
    await ledger.close();
    await expect(open({ keys: join(data, 'keys') })).rejects.toThrow(/in the data folder/);
    await expect(open({ origin: 'ledger.example/other' })).rejects.toThrow(/never changes/);
    ledger = await open();
  });

  it('on a log that is not the one that was sealed serves, tells it everywhere, and signs nothing', async () => {
    await post('P01');
    await ledger.close();
    for (const name of readdirSync(data).filter((name) => /^(?:ledger|projections)\./.test(name)))
      rmSync(join(data, name));
    await openSqliteEventStore({ file: join(data, 'ledger.sqlite') }).close();
    ledger = await open();
    await post('P02');
    const broken = { code: 'seal-broken', message: expect.stringContaining('not the one that was sealed') };
    expect(await json('GET', 'seal')).toMatchObject({ standing: 'broken', problem: broken });
    expect(await json('GET', 'status')).toMatchObject({ seals: { standing: 'broken' } });
    const health = JSON.parse((await ledger.app.inject({ url: '/health/ready' })).body) as object;
    expect(health).toMatchObject({ status: 'ready', seals: { standing: 'broken' } });
    expect(await json('POST', 'seal', {})).toMatchObject({ status: 409, code: 'seal-broken' });
    expect(sealedSizes()).toEqual([2]);
  });
});

describe('a ledger whose seals cannot be read', () => {
  it('serves and posts, tells it everywhere, and leaves the file as it is', async () => {
    await post('P01');
    await ledger.close();
    for (const name of readdirSync(data).filter((name) => name.startsWith('seals.')))
      rmSync(join(data, name));
    writeFileSync(join(data, 'seals.sqlite'), 'no seals');
    ledger = await open();
    await post('P02');
    const told = Promise.withResolvers<unknown>();
    ledger.embedded.follow(told.resolve);
    expect(await told.promise).toMatchObject({ message: expect.stringMatching(/^not sealed: .*not usable/) });
    expect(await json('GET', 'seal')).toMatchObject({ standing: 'broken' });
    expect(await json('GET', 'status')).toMatchObject({ seals: { standing: 'broken' } });
    expect(await json('GET', 'checkpoints/latest')).toMatchObject({
      status: 503,
      code: 'seals-file-unusable',
    });
    expect(await ledger.close()).toMatchObject({ problem: { code: 'seals-file-unusable' } });
    expect(readFileSync(join(data, 'seals.sqlite'), 'utf8')).toBe('no seals');
    ledger = await open();
  });
});

describe('a ledger whose seals lost a page', () => {
  it('serves and posts, is ready, says that they are not usable, and ends well, whichever page it is', async () => {
    await post('P01');
    await ledger.close();
    const file = join(data, 'seals.sqlite');
    const whole = readFileSync(file);
    for (let page = 1; page < whole.length / 4096; page++) {
      writeFileSync(file, Buffer.from(whole).fill(0, page * 4096, (page + 1) * 4096));
      ledger = await open();
      await post(`P-${page}`);
      const told: string[] = [];
      ledger.embedded.follow((error) => told.push(String(error)));
      const { standing } = await json('GET', 'seal');
      const health = JSON.parse((await ledger.app.inject({ url: '/health/ready' })).body) as object;
      expect([page, health]).toEqual([page, expect.objectContaining({ status: 'ready' })]);
      const closed = await ledger.close();
      expect([page, ['sealed', 'waiting', 'stuck', 'broken']]).toEqual([
        page,
        expect.arrayContaining([standing]),
      ]);
      if (closed?.standing === 'broken') {
        expect([page, closed.problem]).toEqual([
          page,
          { code: 'seals-file-unusable', message: expect.stringContaining(`${file} are not usable`) },
        ]);
        expect(told).not.toEqual([]);
      }
      for (const journal of ['-wal', '-shm']) rmSync(`${file}${journal}`, { force: true });
    }
    writeFileSync(file, whole);
    ledger = await open();
  });
});

describe('whoever asks from outside', () => {
  it('gets the checkpoints, the keys and a proof that one is the beginning of another', async () => {
    for (const project of ['P01', 'P02', 'P03']) {
      await post(project);
      await ask('POST', 'seal', {});
    }
    const listed = await json('GET', 'checkpoints?limit=2');
    expect(listed).toMatchObject({ checkpoints: [{ size: 2 }, { size: 3 }], next: { after: '2' } });
    expect(await json('GET', 'checkpoints?after=2')).toMatchObject({
      checkpoints: [{ size: 4 }],
      next: null,
    });
    const text = await ask('GET', 'checkpoints/keys.txt');
    const [first, third] = [await ask('GET', 'checkpoints/2'), await ask('GET', 'checkpoints/latest')];
    expect([text.type, first.type]).toEqual([
      expect.stringContaining('text/plain'),
      expect.stringContaining('text/plain'),
    ]);
    const key = parseVerifierKey(text.text.trim());
    const read = ({ text: note }: { text: string }) => {
      if (isRefusal(key)) throw new Error(key.message);
      const verified = verifyNote(note, [key]);
      if (isRefusal(verified)) throw new Error(verified.message);
      expect(verified.signatures).toEqual([{ name: key.name, keyId: key.id, standing: 'verified' }]);
      const checkpoint = parseCheckpoint(verified.text);
      if (isRefusal(checkpoint)) throw new Error(checkpoint.message);
      return checkpoint;
    };
    const { proof } = await json('GET', 'checkpoints/consistency?from=2&to=4');
    const claim = {
      first: 2,
      second: 4,
      firstRoot: read(first).root,
      secondRoot: read(third).root,
      proof: (proof as string[]).map((hash) => Buffer.from(hash, 'base64')),
    };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, firstRoot: claim.secondRoot })).toBe(false);
  });

  it.each([
    ['checkpoints/latest', 404, 'checkpoint-unknown'],
    ['checkpoints/17', 404, 'checkpoint-unknown'],
    ['checkpoints/x', 404, 'checkpoint-unknown'],
    ['checkpoints/consistency?from=0&to=1', 404, 'checkpoint-unknown'],
    ['checkpoints/consistency?from=2&to=1', 400, 'checkpoint-order'],
    ['checkpoints/consistency?from=1', 400, 'input-invalid'],
  ])('about what is not there (%s) hears %d %s', async (path, status, code) => {
    expect(await json('GET', path)).toMatchObject({ status, code });
  });
});

describe('operators', () => {
  it('rotate the key: both keys stand below the first checkpoint after it', async () => {
    await post('P01');
    await ask('POST', 'seal', {});
    const rotated = await json('POST', 'seal/key-rotations', {});
    const { keys: listed } = (await json('GET', 'checkpoints/keys')) as {
      keys: { key: string; ended: unknown }[];
    };
    expect(listed.map(({ ended }) => ended)).toEqual(['rotated', null]);
    expect(rotated['key']).toBe(listed[1]?.key);
    const note = (await ask('GET', 'checkpoints/latest')).text;
    expect(note.split('\n').filter((line) => line.startsWith('\u2014'))).toHaveLength(2);
  });

  it('see how much is not sealed yet', async () => {
    await post('P01');
    expect(await json('GET', 'seal')).toMatchObject({ standing: 'waiting', size: 2, tail: { events: 2 } });
    await ask('POST', 'seal', {});
    expect(await json('GET', 'seal')).toMatchObject({ standing: 'sealed', latest: { size: 2 } });
  });
});
