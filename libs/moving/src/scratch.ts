import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a folder for copies of the logs of an event database. */
export type MakeFolder = () => string;

const NAME = /^obligo-move-(\d+)-/;

/**
 * Copies of the logs of event databases grow in folders of this user alone, for as long as the work takes; what processes
 * left that were killed is removed. Nothing is made where no copy is needed.
 */
export async function inScratch<T>(work: (makeFolder: MakeFolder) => Promise<T>): Promise<T> {
  let scratch: string | undefined;
  const makeFolder = (): string => {
    if (scratch === undefined) removeOrphans();
    scratch ??= mkdtempSync(join(tmpdir(), `obligo-move-${process.pid}-`));
    return mkdtempSync(join(scratch, 'copy-'));
  };
  try {
    return await work(makeFolder);
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = NAME.exec(name)?.[1];
    const path = join(tmpdir(), name);
    if (pid === undefined || isRunning(Number(pid)) || !isOurs(path)) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user is one, too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const isOurs = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.uid === process.getuid?.();
