import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURES } from '../schema-evolution/frozen.fixture.ts';
import { BundleCopy } from '../tampering/bundle-copy.fixture.ts';
import { findingsInBundle } from './stored-ledger.fixture.ts';

const BUNDLE = join(FIXTURES, 'bundles/etda-fy2569/bundle');
const scratch = mkdtempSync(join(tmpdir(), 'obligo-hostile-bundles-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const copyOf = (): BundleCopy => new BundleCopy(BUNDLE, mkdtempSync(join(scratch, 'B-')));

/** Nobody writes into it: whoever opens it for reading waits for ever. */
function pipe(bundle: BundleCopy, name: string): void {
  rmSync(join(bundle.folder, name), { force: true });
  execFileSync('mkfifo', [join(bundle.folder, name)]);
}

describe('a bundle that waits for its reader', () => {
  it.each(['totals.json', 'events.jsonl', 'access.jsonl', 'checkpoints.txt', 'keys.txt', 'manifest.json'])(
    'is told by the pipe in the place of %s',
    async (name) => {
      const bundle = copyOf();
      pipe(bundle, name);
      expect((await findingsInBundle(bundle.folder)).found).toContainEqual(
        expect.objectContaining({ code: 'manifest-mismatch', file: name }),
      );
    },
  );
});

describe('a bundle without one of its logs', () => {
  it.each(['events.jsonl', 'access.jsonl'])('is told by what is missing: %s', async (name) => {
    const bundle = copyOf();
    rmSync(join(bundle.folder, name));
    expect((await findingsInBundle(bundle.folder)).found).toContainEqual(
      expect.objectContaining({ code: 'manifest-mismatch', file: name }),
    );
  });
});

describe('a time-stamp of which nobody knows the checkpoint', () => {
  it.each(['latest.tsr', '0267.tsr', '267.tsr.bak', '268.tsr'])('is told by its name: %s', async (name) => {
    const bundle = copyOf();
    mkdirSync(join(bundle.folder, 'timestamps'), { recursive: true });
    bundle.write(`timestamps/${name}`, 'stamped');
    bundle.repairManifest();
    expect((await findingsInBundle(bundle.folder)).found).toEqual([
      expect.objectContaining({ code: 'time-stamp-wrong', file: `timestamps/${name}` }),
    ]);
  });
});
