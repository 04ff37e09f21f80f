import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RefusalError } from '#kernel';
import {
  accessEvents,
  checkpoints,
  contentFor,
  events,
  readText,
  sampleBundle,
  scratchFolder,
  sealed,
  streamed,
  totals,
} from './bundle.fixture.ts';
import type { Finding } from './finding.ts';
import { readTotals } from './totals.ts';
import { type BundleQuestions, type BundleSummary, verifyBundle } from './verify-bundle.ts';
import { writeBundle } from './write-bundle.ts';

const scratch = scratchFolder();
afterAll(scratch.dispose);

async function verified(
  folder: string,
  questions: Partial<BundleQuestions> = {},
): Promise<BundleSummary & { readonly found: readonly Finding[] }> {
  const found: Finding[] = [];
  const summary = await verifyBundle(folder, { onFinding: (one) => void found.push(one), ...questions });
  return { ...summary, found };
}

async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof RefusalError ? error.refusal : error;
}

describe('a bundle', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await sampleBundle(scratch.folder);
  });

  it('verifies without a finding, and says what vouches for how much', async () => {
    expect(await verified(folder)).toMatchObject({
      found: [],
      findings: 0,
      events: 12,
      accessEvents: 3,
      proven: 12,
      accessProven: 3,
      keys: [readText(folder, 'keys.txt').trim()],
      manifest: { origin: 'obligo.example/ledger/etda', events: 12 },
    });
  });

  it('gives back every event byte for byte, in order, with its line', async () => {
    const given: unknown[] = [];
    const lines: number[] = [];
    await verified(folder, {
      onEvent: (event, { line }) => {
        given.push({
          ...event,
          dataBytes: Buffer.from(event.dataBytes),
          metadataBytes: Buffer.from(event.metadataBytes),
        });
        lines.push(line);
      },
    });
    expect(given).toEqual(
      events.map((event) => ({
        ...event,
        dataBytes: Buffer.from(event.dataBytes),
        metadataBytes: Buffer.from(event.metadataBytes),
      })),
    );
    expect(lines).toEqual(events.map((_, at) => at + 1));
  });

  it('waits for whoever takes the events', async () => {
    let busy = 0;
    let most = 0;
    const onEvent = async () => {
      busy += 1;
      most = Math.max(most, busy);
      await Promise.resolve();
      busy -= 1;
    };
    await verified(folder, { onEvent, onAccessEvent: onEvent });
    expect(most).toBe(1);
  });

  it('tells how far it has come', async () => {
    const told: string[] = [];
    await verified(folder, { onProgress: ({ file, lines }) => void told.push(`${file} ${lines}`) });
    expect(told).toEqual(['events.jsonl 12', 'access.jsonl 3']);
  });

  it('gives the totals that the ledger reported', async () => {
    expect(await readTotals(folder)).toEqual(totals);
  });

  it('can be read by its owner alone', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
  });

  it('may be that of an empty ledger, which nobody has sealed', async () => {
    const none = {
      events: streamed([]),
      access: streamed([]),
      checkpoints: [],
      totals: [],
      keys: [],
      schemas: [],
    };
    const empty = await sampleBundle(scratch.folder, none);
    expect(await verified(empty)).toMatchObject({ found: [], events: 0, proven: 0 });
  });

  it('carries time-stamps along, and misses one that is listed', async () => {
    const timestamps = [{ name: '12.tsr', bytes: Buffer.from([48, 3, 2, 1, 0]) }];
    const stamped = await sampleBundle(scratch.folder, { timestamps });
    expect(await verified(stamped)).toMatchObject({ found: [] });
    expect(readdirSync(path.join(stamped, 'timestamps'))).toEqual(['12.tsr']);
  });

  it('is proven by a checkpoint that was kept outside, and by keys from outside', async () => {
    const [kept, keys] = [path.join(scratch.folder, 'kept.txt'), path.join(scratch.folder, 'keys.txt')];
    writeFileSync(kept, checkpoints[2]!);
    writeFileSync(keys, readText(folder, 'keys.txt'));
    expect(await verified(folder, { checkpointFile: kept, keysFile: keys })).toMatchObject({
      found: [],
      proven: 12,
    });
  });
});

describe('writing a bundle', () => {
  const fresh = (name: string): string => path.join(scratch.folder, name, 'B');
  const leftOver = (name: string): string[] =>
    existsSync(path.dirname(fresh(name))) ? readdirSync(path.dirname(fresh(name))) : [];

  it('leaves alone a folder that holds something', async () => {
    mkdirSync(fresh('full'), { recursive: true });
    writeFileSync(path.join(fresh('full'), 'letter.txt'), 'mine');
    expect(await refusalOf(writeBundle(contentFor(fresh('full'))))).toMatchObject({
      code: 'bundle-folder-not-empty',
    });
    expect(readdirSync(fresh('full'))).toEqual(['letter.txt']);
  });

  it('says where it cannot be written, and why', async () => {
    const file = path.join(scratch.folder, 'a file');
    writeFileSync(file, '');
    const folder = path.join(file, 'B');
    expect(await refusalOf(writeBundle(contentFor(folder)))).toMatchObject({
      code: 'bundle-not-writable',
      message: expect.stringContaining(`${folder} (ENOTDIR`) as unknown,
      details: { folder },
    });
  });

  it('fills a folder that is empty', async () => {
    mkdirSync(fresh('empty'), { recursive: true });
    await writeBundle(contentFor(fresh('empty')));
    expect(await verified(fresh('empty'))).toMatchObject({ found: [] });
  });

  it('leaves nothing behind when the log cannot be read to its end', async () => {
    const breaking = async function* () {
      yield* events.slice(0, 5);
      throw new Error('the disk is gone');
    };
    await expect(writeBundle(contentFor(fresh('broken'), { events: breaking() }))).rejects.toThrow(
      'the disk is gone',
    );
    expect(leftOver('broken')).toEqual([]);
  });

  it.each([
    ['events', [sealed(11, 3)]],
    ['events of the access log', [sealed(12, 2)]],
    ['anything', []],
  ])('is refused while %s are not sealed', async (what, notes) => {
    const refusal = await refusalOf(
      writeBundle(contentFor(fresh(`unsealed ${what}`), { checkpoints: notes })),
    );
    expect(refusal).toMatchObject({ code: 'bundle-not-sealed', details: { events: 12 } });
    expect(leftOver(`unsealed ${what}`)).toEqual([]);
  });

  it('exports a log as it is when told so, and the bundle says that it is not proven', async () => {
    await writeBundle(
      contentFor(fresh('as it is'), { checkpoints: checkpoints.slice(0, 3), unsealed: 'write' }),
    );
    const { found } = await verified(fresh('as it is'));
    expect(found.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['tree-mismatch', 'events.jsonl', 10],
      ['tree-mismatch', 'access.jsonl', 3],
    ]);
  });

  it('writes the same bytes from what was read back', async () => {
    const first = await sampleBundle(scratch.folder);
    const given = { events: [] as (typeof events)[number][], access: [] as (typeof events)[number][] };
    await verified(first, {
      onEvent: (event) => void given.events.push(event),
      onAccessEvent: (event) => void given.access.push(event),
    });
    expect(given.access).toHaveLength(accessEvents.length);
    const second = await sampleBundle(scratch.folder, {
      events: streamed(given.events),
      access: streamed(given.access),
    });
    for (const name of readdirSync(first).filter((one) => one !== 'schemas')) {
      expect(readText(second, name)).toBe(readText(first, name));
    }
  });
});

describe('what is no bundle', () => {
  it.each(['missing', 'a file', 'an empty folder'])('is told at once: %s', async (what) => {
    const place = path.join(scratch.folder, what.replaceAll(' ', '-'));
    if (what === 'a file') writeFileSync(place, '');
    if (what === 'an empty folder') mkdirSync(place);
    expect(await refusalOf(verified(place))).toMatchObject({ code: 'bundle-unreadable' });
  });
});
