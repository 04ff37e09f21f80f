import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leftOut, readSuites } from '../../scripts/test/suites.ts';
import { run, type Task } from '../../scripts/test/tasks.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'obligo-gate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

function totalsOf(change: Partial<typeof report>, code: number | null) {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ ...report, ...change }));
  return readSuites(file, { code, output: '' });
}

describe('the totals of the suites', () => {
  it('are those of the report when all is well', () => {
    expect(totalsOf({}, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it('count what failed, what did not load, and what was left out', () => {
    const change = { numFailedTests: 1, numRuntimeErrorTestSuites: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(totalsOf(change, 1)).toEqual({ passed: 3, failed: 2, skipped: 3 });
  });

  it('count a failure when no test ran', () => {
    expect(totalsOf({ numPassedTests: 0 }, 0).failed).toBe(1);
  });

  it.each([1, null])('count a failure that no test explains: exit code %p', (code) => {
    expect(totalsOf({}, code).failed).toBe(1);
  });

  it('count a failure when there is no report', () => {
    expect(readSuites(path.join(folder, 'nowhere.json'), { code: 0, output: '' }).failed).toBe(1);
  });
});

describe('what was left out', () => {
  it('is told by its topic, with how many tests of it', () => {
    const test = (status: string, ...ancestorTitles: string[]) => ({
      status,
      title: 'posts',
      ancestorTitles,
    });
    const assertionResults = [
      test('passed', 'sqlite'),
      test('pending', 'esdb, left out: no server', 'reading'),
      test('pending', 'esdb, left out: no server', 'appending'),
      test('todo'),
    ];
    const file = path.join(folder, 'left-out.json');
    writeFileSync(file, JSON.stringify({ ...report, testResults: [{ assertionResults }] }));
    expect([...leftOut(file)]).toEqual([
      ['esdb, left out: no server', 2],
      ['posts', 1],
    ]);
  });

  it('is nothing without a report', () => {
    expect(leftOut(path.join(folder, 'nowhere.json')).size).toBe(0);
  });
});

describe('a check', () => {
  const check = (script: string, minutes = 1): Task => ({
    name: 'check',
    command: ['-e', script],
    minutes,
    count: ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }),
  });

  it('keeps what it said on both outputs', async () => {
    const { totals, output } = await run(
      check('console.log("out"); console.error("err"); process.exit(3)'),
      folder,
    );
    expect(totals.failed).toBe(1);
    expect(output).toContain('out\n');
    expect(output).toContain('err\n');
  });

  it('fails when it takes too long', async () => {
    const { totals, output } = await run(check('setInterval(() => {}, 1000)', 0.005), folder);
    expect(totals.failed).toBe(1);
    expect(output).toContain('Ended by SIGKILL');
  });
});
