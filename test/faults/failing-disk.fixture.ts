import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** Calls that bring something to a disk. */
const WRITES = 'pwrite64,write,ftruncate,fsync,fdatasync';

/**
 * From now on the files fail a process that writes them, as a dying disk does, or one that the system has made read-only; what
 * is returned mends them.
 */
export async function failDisk(
  pid: number,
  files: readonly string[],
  error: 'EIO' | 'EROFS',
): Promise<() => Promise<void>> {
  const paths = files.flatMap((file) => ['-P', file]);
  const fault = ['-e', `trace=${WRITES}`, '-e', `inject=${WRITES}:error=${error}`];
  const args = ['-f', '-o', '/dev/null', '-p', String(pid), ...paths, ...fault];
  const tracer = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = once(tracer.stderr, 'data');
  await said;
  // It tells of the first thread; the others are taken right after.
  await pause(300);
  const ended = once(tracer, 'exit');
  return async () => {
    tracer.kill('SIGINT');
    await ended;
  };
}

/** Whether the kernel lets us trace a process that runs already. */
export function canFailDisk(): boolean {
  const script =
    'sleep 5 & strace -qq -o /dev/null -p $! & tracer=$!; sleep 0.3; kill -0 $tracer && kill -INT $tracer; kill %1';
  return spawnSync('strace', ['-V']).status === 0 && spawnSync('bash', ['-c', script]).status === 0;
}
