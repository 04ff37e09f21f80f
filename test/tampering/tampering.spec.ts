import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obligo } from '../../apps/cli/testing/obligo.fixture.ts';
import { bundleChanges, type Place } from './bundle-changes.fixture.ts';
import { BundleCopy } from './bundle-copy.fixture.ts';
import { editAnyReadModel, ledgerChanges } from './ledger-changes.fixture.ts';
import { LedgerCopy } from './ledger-copy.fixture.ts';
import { Random } from './random.fixture.ts';
import { forgedLedger, sealedLedger, type SealedLedger } from './sealed-ledger.fixture.ts';
import {
  independentVerdicts,
  isLocated,
  ourVerdictOnBundle,
  ourVerdictOnFolder,
  type Verdict,
} from './verifiers.fixture.ts';

jest.setTimeout(300_000);

/** How often each kind of change is made, each time at another place. */
const TIMES = { bundle: 5, ledger: 7 };

/** A copy that somebody tampered with, and where. */
interface Tampered {
  readonly folder: string;
  /** The bundle that the independent verifier reads. */
  readonly bundle: string;
  readonly places: readonly Place[];
}

const folder = mkdtempSync(join(tmpdir(), 'obligo-tampering-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tampered = new Map<string, Tampered[]>();
let original: SealedLedger;
let independent: ReadonlyMap<string, Verdict>;

beforeAll(async () => {
  original = await sealedLedger(folder);
  let seed = 0;
  for (const [name, change] of Object.entries(bundleChanges)) {
    for (let time = 0; time < TIMES.bundle; time++) {
      seed += 1;
      const copy = new BundleCopy(original.bundle, join(folder, `bundle-${seed}`));
      const places = change(copy, new Random(seed));
      // Every other time the manifest is made to fit, so that only what was signed tells.
      if (time % 2 === 1) tryTo(() => copy.repairManifest());
      note(`bundle ${name}`, { folder: copy.folder, bundle: copy.folder, places });
    }
  }
  for (const [name, change] of Object.entries(ledgerChanges)) {
    for (let time = 0; time < TIMES.ledger; time++) {
      seed += 1;
      const at = join(folder, `ledger-${seed}`);
      mkdirSync(at);
      const copy = new LedgerCopy(original.data, join(at, 'D'));
      const places = change(copy, new Random(seed));
      const bundle = join(at, 'B');
      await obligo('export', 'log', '--data', copy.folder, '--out', bundle);
      note(`ledger ${name}`, { folder: copy.folder, bundle, places });
    }
  }
  const bundles = [...tampered.values()].flat().map(({ bundle }) => bundle);
  independent = independentVerdicts([original.bundle, ...bundles]);
});

function note(name: string, one: Tampered): void {
  tampered.set(name, [...(tampered.get(name) ?? []), one]);
}

/** What can no longer be read cannot be repaired either. */
function tryTo(repair: () => void): void {
  try {
    repair();
  } catch {
    return;
  }
}

const of = (name: string): readonly Tampered[] => tampered.get(name) ?? [];

function mustBeLocated(verdict: Verdict | undefined, { folder: where, places }: Tampered): void {
  const said = verdict?.findings.map(({ message }) => message);
  const found = verdict?.code === 6 && isLocated(verdict, places);
  expect([where, places, said, found]).toEqual([where, places, said, true]);
}

describe('a ledger that nobody touched', () => {
  it('has no findings, by neither verifier, and there are more than two hundred tampered copies', async () => {
    expect(await ourVerdictOnFolder(original.data)).toEqual({ code: 0, findings: [] });
    expect(await ourVerdictOnBundle(original.bundle)).toEqual({ code: 0, findings: [] });
    expect(independent.get(original.bundle)).toMatchObject({ code: 0, findings: [] });
    expect([...tampered.values()].flat().length).toBeGreaterThanOrEqual(200);
  });
});

describe.each(Object.keys(bundleChanges))('a bundle where somebody %s', (name) => {
  it('is found out by both verifiers, at the place', async () => {
    for (const one of of(`bundle ${name}`)) {
      mustBeLocated(await ourVerdictOnBundle(one.folder), one);
      mustBeLocated(independent.get(one.bundle), one);
    }
  });
});

describe.each(Object.keys(ledgerChanges))('a ledger where somebody %s', (name) => {
  it('is found out on the folder, and by both verifiers in what it exports', async () => {
    for (const one of of(`ledger ${name}`)) {
      mustBeLocated(await ourVerdictOnFolder(one.folder), one);
      expect(await ourVerdictOnBundle(one.bundle)).toMatchObject({ code: 6 });
      expect(independent.get(one.bundle)).toMatchObject({ code: 6 });
    }
  });
});

describe('a read model that somebody edits', () => {
  it('is found out on the folder, whichever table it is', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const at = join(folder, `read-model-${seed}`);
      mkdirSync(at);
      const copy = new LedgerCopy(original.data, join(at, 'D'));
      const places = editAnyReadModel(copy, new Random(seed));
      const verdict = await ourVerdictOnFolder(copy.folder);
      mustBeLocated(verdict, { folder: copy.folder, bundle: '', places });
      expect(verdict.findings.map(({ code }) => code)).toContain('read-model-differs');
    }
  });
});

describe('a ledger that was put back to an earlier day, whole in itself', () => {
  it('is found with the checkpoint that an auditor kept, and not without', async () => {
    const { earlier } = original;
    const kept = { checkpointFile: join(original.bundle, 'checkpoints.txt') };
    expect((await ourVerdictOnFolder(earlier.data)).code).toBe(0);
    expect((await ourVerdictOnBundle(earlier.bundle)).code).toBe(0);
    expect(independentVerdicts([earlier.bundle]).get(earlier.bundle)?.code).toBe(0);
    for (const verdict of [
      await ourVerdictOnFolder(earlier.data, kept),
      await ourVerdictOnBundle(earlier.bundle, kept),
      independentVerdicts([earlier.bundle], kept).get(earlier.bundle),
    ]) {
      expect(verdict?.findings.map(({ code }) => code)).toContain('checkpoint-beyond-log');
    }
  });
});

describe('a history that was written anew under another key', () => {
  it('is found with the key that was published', async () => {
    const { origin } = JSON.parse(readFileSync(join(original.bundle, 'manifest.json'), 'utf8')) as {
      readonly origin: string;
    };
    const forged = await forgedLedger(folder, origin);
    expect((await ourVerdictOnBundle(forged)).code).toBe(0);
    const kept = { keysFile: join(original.bundle, 'keys.txt') };
    for (const verdict of [
      await ourVerdictOnBundle(forged, kept),
      independentVerdicts([forged], kept).get(forged),
    ]) {
      expect(verdict?.findings.map(({ code }) => code)).toContain('key-unknown');
    }
  });
});
