import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pageOf, patternOf, type Step, stepsOf } from './page.fixture.ts';

jest.setTimeout(240_000);

const ROOT = path.resolve(import.meta.dirname, '../..');
const OBLIGO = `obligo() { "${process.execPath}" "${path.join(ROOT, 'dist/apps/cli/src/main.js')}" "$@"; }`;

/** How commands end that show what somebody changed. */
const ENDS_WITH: readonly (readonly [command: RegExp, code: number])[] = [
  [/verify(?:\.py)? C$/, 6],
  [/^obligo diff /, 6],
];

interface Ran {
  readonly step: Step;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe('the guide for auditors', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'obligo-guide-'));
  const steps = stepsOf(pageOf('audit-guide.md'));
  let ran: readonly Ran[] = [];

  beforeAll(() => {
    for (const name of ['deploy', 'libs']) symlinkSync(path.join(ROOT, name), path.join(folder, name));
    ran = steps.map((step) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', `${OBLIGO}\n${step.command}`], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: folder },
      });
      return { step, code: status, out: stdout, err: stderr };
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has a command for each of its sections', () => {
    expect(steps.length).toBeGreaterThan(25);
  });

  it.each(steps.map((step, at) => [step.command, at] as const))('runs: %s', (command, at) => {
    const { code, out, err } = ran[at] as Ran;
    const expected = ENDS_WITH.find(([pattern]) => pattern.test(command))?.[1] ?? 0;
    expect([code, code === expected ? '' : err]).toEqual([expected, '']);
    const { shown } = steps[at] as Step;
    if (shown.length > 0) expect(out).toMatch(patternOf(shown));
  });
});
