import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

/** Control characters but the end of a line. */
const ACTING = /[^\P{Cc}\n]/u;

let temporary: ReturnType<typeof scratch>;
let folder: string;
let outside: string;
let data: string;

beforeEach(() => {
  temporary = scratch();
  folder = join(temporary.dir, 'tables');
  outside = join(temporary.dir, 'outside');
  data = join(temporary.dir, 'ledger');
  cpSync(SAMPLE, folder, { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.csv'), 'top,secret\nhunter2,x\n');
});
afterEach(() => temporary.remove());

const importing = () => obligo('import', folder, '--data', data, '--dry-run');

/** The import is refused, names the file, tells nothing of what lies elsewhere and begins no ledger. */
async function refused(file: string, why: string): Promise<void> {
  const { code, out, err } = await importing();
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`${join(folder, file)} is ${why}; expected a table as CSV that lies in the folder.`);
  expect(err).not.toContain('hunter2');
  expect(existsSync(data)).toBe(false);
}

describe('a folder of tables that somebody sent', () => {
  it('is read without following a link out of it', async () => {
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'notes.csv'));
    await refused('notes.csv', 'a link that leads out of the folder');
  });

  it('is read without following a relative link, or one in the place of a table', async () => {
    rmSync(join(folder, 'summary.csv'));
    symlinkSync('../outside/secret.csv', join(folder, 'summary.csv'));
    await refused('summary.csv', 'a link that leads out of the folder');
  });

  it('is read without following a folder in it that leads out', async () => {
    symlinkSync(outside, join(folder, 'deep'));
    symlinkSync('deep/secret.csv', join(folder, 'notes.csv'));
    await refused('notes.csv', 'a link that leads out of the folder');
  });

  it('is not taken for the folder beside it whose name begins alike', async () => {
    cpSync(outside, `${folder}-2`, { recursive: true });
    symlinkSync('../tables-2/secret.csv', join(folder, 'notes.csv'));
    await refused('notes.csv', 'a link that leads out of the folder');
  });

  it('is refused with a link that leads nowhere, a folder or a pipe for a table', async () => {
    symlinkSync('nowhere.csv', join(folder, 'notes.csv'));
    await refused('notes.csv', 'a link that leads nowhere');
    rmSync(join(folder, 'notes.csv'));
    mkdirSync(join(folder, 'notes.csv'));
    await refused('notes.csv', 'not a file');
    rmSync(join(folder, 'notes.csv'), { recursive: true });
    execFileSync('mkfifo', [join(folder, 'notes.csv')]);
    await refused('notes.csv', 'not a file');
  });

  it('may hold links within itself, and be named by a link', async () => {
    mkdirSync(join(folder, 'v2'));
    renameSync(join(folder, 'summary.csv'), join(folder, 'v2', 'summary.csv'));
    symlinkSync('v2/summary.csv', join(folder, 'summary.csv'));
    const link = join(temporary.dir, 'link');
    symlinkSync(folder, link);
    const { code, out } = await obligo('import', link, '--data', data, '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('would post')]);
  });

  it('sends no commands to the terminal by the names of its files or by what stands in them', async () => {
    writeFileSync(join(folder, '\u001b]0;owned\u0007.csv'), 'x\n');
    writeFileSync(join(folder, 'kpis.csv'), 'a\u001b[2J,a\u001b[2J\n1,2\n');
    const { code, err } = await importing();
    expect([code, err]).toEqual([2, expect.stringContaining('import-faulty')]);
    expect(err).not.toMatch(ACTING);
    symlinkSync('/etc/hostname', join(folder, '\u001b[2J.csv'));
    expect((await importing()).err).not.toMatch(ACTING);
  });
});
