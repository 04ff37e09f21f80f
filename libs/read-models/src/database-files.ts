import { existsSync, renameSync, rmSync } from 'node:fs';

/** Removes a database and its journal. */
export function removeDatabase(path: string): void {
  rmSync(path, { force: true });
  removeJournal(path);
}

/** Whether a journal lies there that would be played back when the database is opened; its own goes forward (`-wal`). */
export const hasForeignJournal = (path: string): boolean => existsSync(`${path}-journal`);

/** Puts a sealed file in the place of another that nobody has open. */
export function replaceDatabase(path: string, by: string): void {
  removeJournal(path);
  renameSync(by, path);
}

/** A journal that outlived its database would be played into the next one. */
function removeJournal(path: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
}
