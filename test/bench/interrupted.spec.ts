import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

jest.setTimeout(120_000);

const ROOT = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'obligo-interrupted-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Begins a bench that serves a ledger from below the folder, and waits until it does. */
async function begin(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/run.mjs'), 'bench', 'single', '--quick'], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: scratch },
    stdio: 'ignore',
  });
  while (!processes().includes(`--data ${scratch}`)) {
    if (child.exitCode !== null) throw new Error('the benchmark ended before it served anything');
    await pause(50);
  }
  return child;
}

const processes = (): string => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });

/** Waits until no process works below the folder. */
async function allEnded(): Promise<void> {
  while (processes().includes(scratch)) await pause(50);
}

describe('a benchmark that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s leaves neither processes nor folders, and says so by its exit code',
    async (signal, code) => {
      const child = await begin();
      const ended = once(child, 'exit');
      child.kill(signal);
      expect(await ended).toEqual([code, null]);
      await allEnded();
      expect(readdirSync(scratch)).toEqual([]);
    },
  );

  it('by force leaves no process', async () => {
    const child = await begin();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    await allEnded();
  });
});
