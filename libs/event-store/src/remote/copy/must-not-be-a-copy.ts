import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isACopy } from './copy-refusals.ts';
import { copiedLog } from './copy-tables.ts';

/** Refuses, as `file-is-a-copy`, to write to a file whose log lives in an event database: the two would part for good. */
export function mustNotBeACopy(file: string): void {
  const log = existsSync(file) ? logCopiedInto(file) : undefined;
  if (log !== undefined) throw isACopy(file, log);
}

/** Nothing for a file that cannot be read: whoever opens it says why. */
function logCopiedInto(file: string): string | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    return copiedLog(database);
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}
