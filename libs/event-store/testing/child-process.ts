import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';

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

/** Runs a file and kills it a while after its first line; answers all lines that it has ended. */
export async function runAndKill(
  milliseconds: number,
  file: string,
  ...args: readonly string[]
): Promise<string[]> {
  const child = runChild(file, ...args);
  let output = '';
  const started = Promise.withResolvers<Buffer>();
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    started.resolve(chunk);
  });
  child.on('close', () => started.reject(new Error('the process ended by itself')));
  await started.promise;
  // How long is the point of the test, not a wait for something to be ready.
  await after(milliseconds);
  await killHard(child);
  return output.split('\n').slice(0, -1);
}
