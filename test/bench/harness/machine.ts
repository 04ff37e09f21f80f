import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { inScratchFolder } from '../support/scratch-folder.ts';
import { digits, median } from './statistics.ts';

/** What the figures were measured on, in a few lines. */
export async function machine(): Promise<string> {
  const [cpu] = cpus();
  const { node, sqlite = '?', v8 } = process.versions;
  const memory = Math.round(totalmem() / 2 ** 30);
  const sync = await inScratchFolder(async (folder) => diskSync(path.join(folder, 'sync')));
  return [
    `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB of memory`,
    `${type()} ${release()} ${process.arch}, Node ${node} (V8 ${v8}), SQLite ${sqlite}`,
    `a durable write of 4 KiB takes ${digits(sync)} ms (median of 200)`,
  ].join('\n');
}

/** Milliseconds until 4 KiB are written and on the disk. */
function diskSync(file: string): number {
  const page = Buffer.alloc(4096, 1);
  const handle = openSync(file, 'w');
  const taken = Array.from({ length: 200 }, (_, index) => {
    const started = performance.now();
    writeSync(handle, page, 0, page.length, index * page.length);
    fdatasyncSync(handle);
    return performance.now() - started;
  });
  closeSync(handle);
  return median(taken);
}
