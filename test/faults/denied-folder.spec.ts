import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(180_000);

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/apps/cli/src/main.js');
const SERVICE = join(ROOT, 'dist/apps/ledger/src/main.js');
const NOBODY = 65_534;
/** The system denies nothing to root. */
const isRoot = process.getuid?.() === 0;
const scratch = mkdtempSync(join(tmpdir(), 'obligo-denied-'));

/** The built program, as a user without rights of its own. */
function run(...words: readonly string[]): { readonly code: number | null; readonly err: string } {
  const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...words],
    {
      ...who,
      encoding: 'utf8',
      cwd: scratch,
      env: { PATH: process.env['PATH'], HOME: scratch },
      timeout: 100_000,
    },
  );
  return { code: status, err: stderr };
}

const folder = (name: string): string => join(scratch, name);

/** A copy of the ledger that belongs to that user. */
function copy(name: string): string {
  for (const end of ['', '.keys']) {
    cpSync(folder(`ledger${end}`), folder(`${name}${end}`), { recursive: true });
    if (!isRoot) continue;
    chownSync(folder(`${name}${end}`), NOBODY, NOBODY);
    for (const file of readdirSync(folder(`${name}${end}`)))
      chownSync(join(folder(`${name}${end}`), file), NOBODY, NOBODY);
  }
  return folder(name);
}

// A clone that lies where others may not look cannot be run as one of them.
const canRun = !isRoot || run(CLI, '--help').code === 0;
const cases = canRun ? describe : describe.skip;

beforeAll(() => {
  if (isRoot) chownSync(scratch, NOBODY, NOBODY);
  if (canRun) run(CLI, 'import', join(ROOT, 'deploy/samples/etda-fy2569'), '--data', folder('ledger'));
});
afterAll(() => {
  for (const name of readdirSync(scratch)) chmodSync(folder(name), 0o700);
  rmSync(scratch, { recursive: true, force: true });
});

cases('a folder that this user may not look into', () => {
  let closed: string;
  beforeAll(() => {
    closed = copy('closed');
    chmodSync(closed, 0o400);
  });

  it.each([
    ['a question', () => [CLI, 'journal', '--data', closed]],
    ['a posting', () => [CLI, 'seal', 'now', '--data', closed]],
    ['the start', () => [SERVICE, '--data', closed, '--port', '0']],
    ['verification', () => [CLI, 'verify', closed]],
    ['export', () => [CLI, 'export', 'log', '--data', closed, '--out', folder('bundle')]],
  ])('is told with its code and its name by %s', (_, words) => {
    const found = run(...words());
    expect([found.code, found.err]).toEqual([
      2,
      expect.stringContaining(`refused (data-folder-not-readable): ${closed} cannot`),
    ]);
    expect(found.err).toContain('expected a folder that this user may read');
  });
});

cases('a place that this user may not write', () => {
  it('is told when a bundle is exported there', () => {
    const readOnly = folder('read-only');
    mkdirSync(readOnly, { mode: 0o555 });
    if (isRoot) chownSync(readOnly, NOBODY, NOBODY);
    const found = run(CLI, 'export', 'log', '--data', copy('exported'), '--out', join(readOnly, 'bundle'));
    expect([found.code, found.err]).toEqual([
      2,
      expect.stringContaining(`refused (bundle-not-writable): The bundle cannot be written to ${readOnly}`),
    ]);
  });

  it('is told when it is the folder of the signing keys', () => {
    const data = copy('sealed');
    chmodSync(`${data}.keys`, 0o000);
    const found = run(CLI, 'seal', 'now', '--data', data);
    expect([found.code, found.err]).toEqual([
      1,
      expect.stringContaining(
        `refused (seal-keys-denied): The folder of the signing keys ${data}.keys is denied`,
      ),
    ]);
  });
});
