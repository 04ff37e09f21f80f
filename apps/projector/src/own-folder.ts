import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RefusalError, refusal } from '#kernel';

/** A folder that this process alone uses, until it lets go or ends, however it ends. */
export interface OwnFolder {
  readonly dir: string;
  release(): void;
}

/** Takes the folder of the working copy, made when missing. Throws the refusal `data-folder-in-use`. */
export function takeFolder(folder: string): OwnFolder {
  const dir = resolve(folder);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  // A lock of the system, gone with its process.
  const lock = new DatabaseSync(join(dir, 'projector.lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new RefusalError(
      refusal(
        'conflict',
        'data-folder-in-use',
        `Another projector uses ${dir}: give each one a folder (OBLIGO_DATA).`,
        {
          folder: dir,
        },
      ),
    );
  }
  return { dir, release: () => lock.close() };
}
