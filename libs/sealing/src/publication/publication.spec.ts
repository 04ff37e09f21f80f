import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { rejectionOf } from '#event-store/testing';
import { SealedLedger } from '../sealed.fixture.ts';
import { CheckpointFile } from './checkpoint-file.ts';
import type { Target } from './target.ts';
import { WitnessFolder } from './witness-folder.ts';

let ledger: SealedLedger;
let file: string;
let folder: string;
beforeEach(() => {
  ledger = new SealedLedger();
  file = join(ledger.dir, 'checkpoints.txt');
  folder = join(ledger.dir, 'witness');
  ledger.reopen(targets());
});
afterEach(() => ledger.remove());

const targets = () => ({ targets: [new CheckpointFile(file), new WitnessFolder(folder)] });
const notes = (): string[] => [...ledger.seals.checkpoints()].map(({ note }) => note);
const inFile = (): string[] => readFileSync(file, 'utf8').split(/(?<=\n)---\n/);
const inFolder = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('checkpoint-'))
    .sort();

async function seal(): Promise<void> {
  await ledger.post(1);
  await ledger.sealer.sealNow();
  await ledger.sealer.publication.publish();
}

describe('a published checkpoint', () => {
  it('stands in the file and in the folder of the witness, with the keys to verify it', async () => {
    await seal();
    await seal();
    expect(inFile()).toEqual(notes());
    expect(inFolder()).toEqual(['checkpoint-000000000001.txt', 'checkpoint-000000000002.txt']);
    expect(readFileSync(join(folder, 'checkpoint-000000000002.txt'), 'utf8')).toBe(notes()[1]);
    expect(readFileSync(join(folder, 'keys.txt'), 'utf8')).toBe(`${ledger.seals.verifierKeys()[0]!.text}\n`);
    const status = await ledger.sealer.status();
    expect(status.publication.map(({ published, lag }) => [published, lag])).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  it('is added when it was missing, as after a crash between signing and publishing', async () => {
    await seal();
    ledger.reopen({ targets: [] });
    await seal();
    await seal();
    rmSync(join(folder, 'checkpoint-000000000001.txt'));
    ledger.reopen(targets());
    await ledger.sealer.finish();
    expect(inFile()).toEqual(notes());
    expect(inFolder()).toHaveLength(3);
  });

  it('that was written in part is written again, wherever the crash cut it', async () => {
    await seal();
    await seal();
    const whole = readFileSync(file, 'utf8');
    const [first = ''] = notes();
    for (let cut = 0; cut < whole.length; cut += cut < first.length - 3 || cut > first.length + 8 ? 13 : 1) {
      truncateSync(file, 0);
      appendFileSync(file, whole.slice(0, cut));
      ledger.reopen(targets());
      await ledger.sealer.finish();
      expect([cut, readFileSync(file, 'utf8')]).toEqual([cut, whole]);
    }
  });
});

describe('a place that cannot be written', () => {
  it('is told and tried again, and sealing goes on', async () => {
    writeFileSync(folder, 'no folder');
    await seal();
    expect((await ledger.sealer.status()).publication).toMatchObject([
      { kind: 'file', lag: 0, problem: null },
      { kind: 'witness', lag: 1, problem: expect.stringContaining('EEXIST') },
    ]);
    rmSync(folder);
    await seal();
    expect(inFolder()).toHaveLength(2);
    expect((await ledger.sealer.status()).publication[1]).toMatchObject({ lag: 0, problem: null });
  });
});

describe('a place that never answers', () => {
  it('holds up neither postings nor seals', async () => {
    const hanging: Target = {
      kind: 'witness',
      path: 'a share that hangs',
      resume: () => Promise.resolve(0),
      add: () => Promise.withResolvers<undefined>().promise,
    };
    ledger.reopen({ targets: [hanging] });
    for (let turn = 0; turn < 3; turn += 1) {
      await ledger.post(1);
      await ledger.sealer.sealNow();
    }
    expect(ledger.sizes()).toEqual([1, 2, 3]);
    expect(ledger.sealer.glance().publication).toMatchObject([{ published: 0, lag: 3 }]);
  });
});

describe('a ledger that was restored from an older copy', () => {
  it.each(['file', 'witness'])('signs nothing that contradicts what the %s holds', async (place) => {
    await seal();
    const other = new SealedLedger();
    const only = place === 'file' ? [new CheckpointFile(file)] : [new WitnessFolder(folder)];
    other.reopen({ targets: only });
    await other.post(1);
    expect(await rejectionOf(other.sealer.sealNow())).toMatchObject({
      refusal: { code: 'seal-broken', message: expect.stringContaining('older copy') },
    });
    expect((await other.sealer.status()).standing).toBe('broken');
    await other.remove();
  });

  it('finds also a strange file that is no list of checkpoints', async () => {
    mkdirSync(folder);
    writeFileSync(file, 'Shopping list\n');
    await ledger.post(1);
    expect(await rejectionOf(ledger.sealer.sealNow())).toMatchObject({ refusal: { code: 'seal-broken' } });
    expect(readFileSync(file, 'utf8')).toBe('Shopping list\n');
  });
});
