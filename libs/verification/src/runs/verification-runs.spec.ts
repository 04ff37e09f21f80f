import { afterAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerificationRun } from './run.ts';
import { VerificationRuns } from './verification-runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'obligo-runs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (outcome: VerificationRun['outcome'], position: string): Omit<VerificationRun, 'number'> => ({
  startedAt: '2026-01-05T01:00:00.000Z',
  endedAt: '2026-01-05T01:00:02.000Z',
  cause: 'asked',
  by: 'auditor',
  outcome,
  position,
  events: 4,
  accessEvents: 1,
  root: '',
  proven: 4,
  accessProven: 1,
  checkpoints: 1,
  findingCount: 0,
  findings: [],
  notices: [],
  failure: null,
  verifier: 'obligo/0.0.0',
});

describe('what verifications came to', () => {
  it('is there after a restart, numbered, the newest first, also behind a line that was cut off', () => {
    const file = join(folder, 'verifications.jsonl');
    const runs = VerificationRuns.open(file);
    expect(runs.latest).toBeUndefined();
    runs.add(run('sound', '4'));
    appendFileSync(file, '{"number":2,"started');
    VerificationRuns.open(file).add(run('findings', '9'));
    const again = VerificationRuns.open(file);
    expect(again.page(10).map(({ number, position }) => [number, position])).toEqual([
      [2, '9'],
      [1, '4'],
    ]);
    expect(again.page(10, 2).map(({ number }) => number)).toEqual([1]);
    expect(again.lastSound).toMatchObject({ number: 1, position: '4' });
  });

  it('can be read by its user alone', () => {
    const file = join(folder, 'private.jsonl');
    VerificationRuns.open(file).add(run('sound', '1'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
