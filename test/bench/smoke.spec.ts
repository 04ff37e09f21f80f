import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Row } from './harness/figure.ts';

// Every benchmark begins several processes of its own.
jest.setTimeout(600_000);

const ROOT = path.join(import.meta.dirname, '../..');
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
/** What looks at pages takes a browser and a demonstration, and has suites of its own. */
const inSmoke = names.filter((name) => name !== 'web');

function run(...args: readonly string[]) {
  const command = [path.join(ROOT, 'scripts/run.mjs'), 'bench', ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
}

describe('every benchmark, with sizes of a test', () => {
  let ran: ReturnType<typeof run>;
  beforeAll(() => {
    ran = run(...inSmoke, '--quick', '--json');
  }, 600_000);

  it('comes to its end, and small sizes miss no target', () => {
    expect([ran.status, ran.status === 0 ? '' : ran.stderr]).toEqual([0, '']);
  });

  it('gives a list that other programs read, with rows of each benchmark', () => {
    const rows = JSON.parse(ran.stdout) as Row[];
    expect(new Set(rows.map(({ name }) => name.split(':')[0]))).toEqual(new Set(inSmoke));
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['name', 'value', 'unit', 'baseline', 'ratio', 'target', 'met']);
      expect(row.unit).not.toBe('');
      for (const figure of [row.value, row.baseline, row.ratio])
        expect(figure === null || (Number.isFinite(figure) && figure >= 0)).toBe(true);
      expect(row.met === null).toBe(row.target === null || row.value === null);
    }
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it('counts under overload every request that was asked, as acknowledged or as shed', () => {
    const rows = JSON.parse(ran.stdout) as Row[];
    const count = (name: string) => rows.find((row) => row.name === `overload: ${name}`)?.value ?? NaN;
    expect(count('acknowledged') + count('shed with 503')).toBe(count('asked of the service'));
  });

  it('shows on what machine it ran, apart from the list', () => {
    expect(ran.stderr).toMatch(/\d+ cores, \d+ GiB of memory\n.*Node \d+\.\d+\.\d+ .*SQLite \d+\.\d+\.\d+/);
    expect(ran.stderr).toMatch(/a durable write of 4 KiB takes [\d.]+ ms/);
  });

  it('tells of each how much of the machine was busy with other work, where the system says so', () => {
    const told = ran.stderr.match(/^others took \d+ % of the processors meanwhile$/gm) ?? [];
    expect(told).toHaveLength(process.platform === 'linux' ? inSmoke.length : 0);
  });
});

describe('a benchmark that is not there', () => {
  it('is refused with the names of those that are', () => {
    const { status, stdout, stderr } = run('haste', '--json');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`No benchmark is called "haste": expected one of ${names.sort().join(', ')}.`);
  });
});
