import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Finding, verifyWholeBundle } from '#verification';
import { FIXTURES } from './frozen.fixture.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUNDLES = path.join(FIXTURES, 'bundles');

describe.each(readdirSync(BUNDLES))('the old bundle %s', (name) => {
  const bundle = path.join(BUNDLES, name, 'bundle');

  it('still verifies: form, seals, totals, decisions and time-stamps', async () => {
    const findings: Finding[] = [];
    const notices: string[] = [];
    const { events, checkpoints } = await verifyWholeBundle(bundle, {
      onFinding: (finding) => findings.push(finding),
      onNotice: (notice) => notices.push(notice),
      trustedStamps: readFileSync(path.join(BUNDLES, name, 'authority.pem'), 'utf8'),
    });
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThan(100);
    expect(checkpoints.length).toBeGreaterThan(0);
    expect(notices).toEqual([expect.stringContaining('the last time-stamp is of 2026-11-21T')]);
  });

  it('is accepted by the other verifier', () => {
    const verifier = path.join(ROOT, 'libs/audit-trail/verifier/verify.py');
    const { status, stdout, stderr } = spawnSync('python3', ['-B', verifier, bundle], { encoding: 'utf8' });
    expect({ status, said: stdout + stderr }).toEqual({
      status: 0,
      said: expect.stringContaining('Nothing was found'),
    });
  });
});
