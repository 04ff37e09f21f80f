import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../io.ts';
import type { Connection } from './connection.ts';
import { connectToFolder, type FolderOptions } from './folder-connection.ts';

/** A folder to try something out. Where a ledger would first be begun, an empty one elsewhere is used and removed. */
export async function tryInFolder(
  io: Io,
  options: Omit<FolderOptions, 'create' | 'say'>,
): Promise<Connection> {
  const { data, purpose } = options;
  if (!(await isFree(data))) return connectToFolder({ ...options, create: false, say: io.err });
  io.err(`no ledger in ${data} yet: tried on an empty one\n`);
  const scratch = await mkdtemp(join(tmpdir(), 'obligo-dry-run-'));
  const remove = () => rm(scratch, { recursive: true, force: true });
  try {
    const connection = await connectToFolder({
      data: join(scratch, 'ledger'),
      create: true,
      purpose,
      keyFile: undefined,
      // Nothing of a trial is published.
      env: {},
      say: io.err,
    });
    return {
      send: (request) => connection.send(request),
      close: async () => {
        await connection.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
