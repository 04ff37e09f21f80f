import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Moves in a process of its own and kills it as soon as it says a line; fails when it never does. */
export async function moveUntil(line: string, from: string, to: string): Promise<void> {
  const options = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const fixture = join(import.meta.dirname, 'move-and-tell.fixture.ts');
  const child = spawn(process.execPath, [...options, fixture, from, to], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let wasSaid = false;
  for await (const said of createInterface({ input: child.stdout })) {
    wasSaid ||= said === line;
    if (wasSaid) break;
  }
  child.kill('SIGKILL');
  await ended;
  if (!wasSaid) throw new Error(`the move ended, and never said "${line}"`);
}
