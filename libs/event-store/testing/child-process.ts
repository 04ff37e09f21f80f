import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Runs a TypeScript file in a process of its own, from its source. */
export function runChild(file: string, ...args: string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const options = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  return spawn(process.execPath, [...options, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills without warning, as a power cut would, and waits for the end. */
export async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}
