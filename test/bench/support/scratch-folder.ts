import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs with an empty folder that is gone afterwards. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'obligo-bench-'));
  try {
    return await work(folder);
  } finally {
    // A process that was just ended may still have written into it.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
