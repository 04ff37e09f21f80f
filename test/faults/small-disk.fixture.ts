import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk } from './service-on-disk.fixture.ts';

/** A disk in memory that only the program sees that is run on it, with what is copied onto it first. */
const SCRIPT = 'mount -t tmpfs -o size="$2" none "$1" && cp -a "$0"/. "$1" && shift 2 && exec "$@"';

/** A disk of some mebibytes at a folder, which begins with what lies in another. */
export const smallDisk =
  (at: string, mebibytes: number, from: string): Disk =>
  (...command) => ['unshare', '-rm', 'sh', '-c', SCRIPT, from, at, `${mebibytes}m`, ...command];

/** Whether the kernel lets us mount a disk of our own here. */
export function canMountDisk(): boolean {
  const folder = () => mkdtempSync(join(tmpdir(), 'obligo-disk-'));
  const [at, from] = [folder(), folder()];
  const [program, ...args] = smallDisk(at, 1, from)(process.execPath, '--version');
  const { status } = spawnSync(program, args, { stdio: 'ignore' });
  for (const made of [at, from]) rmSync(made, { recursive: true });
  return status === 0;
}

/** Takes all room of the disk that a process sees at a folder; what is returned gives it back. */
export function fillDisk(pid: number, at: string): () => void {
  const filler = join(`/proc/${pid}/root`, at, 'filler');
  for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  return () => rmSync(filler);
}
