import { spawnSync } from 'node:child_process';
import type { Disk } from './service-on-disk.fixture.ts';

/**
 * Each sync of a file takes so much longer. The tracer is the grandchild of the program, so signals and the exit code are
 * those of the program.
 */
export const slowDisk =
  (ms: number): Disk =>
  (...command) => [
    'strace',
    ...['-D', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null'],
    ...['-e', 'trace=fsync,fdatasync', '-e', `inject=fsync,fdatasync:delay_exit=${ms * 1000}`],
    ...command,
  ];

/** Whether the kernel lets us slow a process down here. */
export function canSlowDisk(): boolean {
  const [program, ...args] = slowDisk(1)(process.execPath, '--version');
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
