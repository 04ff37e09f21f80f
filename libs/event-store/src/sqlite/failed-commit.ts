import { StorageFailed, UnknownOutcome } from '../errors.ts';
import { eventIdsOf } from '../log/prepared-append.ts';
import { hasWritten, settle, type Decided } from './batch.ts';
import type { LogConnection } from './log-connection.ts';
import { isDiskFull } from './sqlite-errors.ts';

/**
 * A COMMIT that fails may still have reached the disk. Opens the file anew and looks for an event of the
 * batch: it is stored as a whole or not at all. Where even that fails, the outcome stays unknown. Says whether it is known.
 */
export function settleFailedCommit(
  connection: LogConnection,
  decided: readonly Decided[],
  cause: unknown,
): boolean {
  let stored: boolean;
  try {
    stored = isStored(connection, decided, cause);
  } catch {
    for (const { waiting } of decided) waiting.reject(new UnknownOutcome(eventIdsOf(waiting.append), cause));
    return false;
  }
  if (stored) settle(decided);
  // Refusals go as well: they may rest on neighbours that are not there.
  else for (const { waiting } of decided) waiting.reject(new StorageFailed(cause));
  return true;
}

function isStored(connection: LogConnection, decided: readonly Decided[], cause: unknown): boolean {
  connection.drop();
  const log = connection.current();
  const written = decided.find(hasWritten);
  const id = written && eventIdsOf(written.waiting.append)[0];
  const isThere = (): boolean => id !== undefined && log.findEvent(id) !== undefined;
  // The mark that ends a transaction is its last write: where there was no room for all of it, it can never count, and
  // there is no room to write the journal afresh either.
  if (isDiskFull(cause) && !isThere()) return false;
  // After a failed sync the journal may be in memory only; settling writes it afresh.
  log.settle();
  return isThere();
}
