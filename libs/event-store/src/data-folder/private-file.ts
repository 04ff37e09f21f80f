import { closeSync, openSync } from 'node:fs';

/**
 * Makes an empty file that only its owner may read, unless there is one; SQLite gives the files beside it the same
 * mode. Where none can be made, whoever opens it next says why.
 */
export function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    return;
  }
}
