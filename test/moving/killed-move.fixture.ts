import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Moves in a process of its own that is killed as soon as it tells of a step; fails when it never does. */
export async function moveUntil(line: string, from: string, to: string): Promise<void> {
  const options = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const fixture = join(import.meta.dirname, 'move-until.fixture.ts');
  const child = spawn(process.execPath, [...options, fixture, from, to, line], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL') throw new Error(`the move ended, and never said "${line}"`);
}
