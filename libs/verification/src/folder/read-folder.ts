import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '#kernel';
import type { Finding, OnFinding } from '../finding.ts';
import { type FileName, FILES } from './file-names.ts';
import { isOwned, openSnapshot } from './snapshot.ts';
import { StoredLog } from './stored-log.ts';

/** The files as they were at one moment; what is missing or cannot be opened is absent. */
export interface OpenedFolder {
  readonly dir: string;
  readonly seals: DatabaseSync | undefined;
  readonly projections: DatabaseSync | undefined;
  readonly ledger: StoredLog | undefined;
  readonly access: StoredLog | undefined;
  /** False when somebody began to write a file that was read without a lock. */
  stayed(): boolean;
  close(): void;
}

/**
 * Opens the files of a data folder for reading alone. What follows the log is opened before it, so that a service that
 * goes on posting is never found behind its own seals and tables; the rule table, which decisions name, comes last.
 */
export function openFolder(folder: string, onFinding: OnFinding): OpenedFolder {
  const opened: { close(): void }[] = [];
  const unowned = Object.values(FILES).filter((name) => !isOwned(join(folder, name)));
  const open = <T extends { close(): void }>(name: FileName, how: (file: string) => T): T | undefined => {
    const file = join(folder, name);
    if (!existsSync(file)) return undefined;
    const result = onDamage(name, onFinding, () => how(file));
    if (result) opened.push(result);
    return result;
  };
  return {
    dir: folder,
    seals: open(FILES.seals, openSnapshot),
    projections: open(FILES.projections, openSnapshot),
    ledger: open(FILES.ledger, (file) => StoredLog.open(file)),
    access: open(FILES.access, (file) => StoredLog.open(file)),
    stayed: () => unowned.every((name) => !isOwned(join(folder, name))),
    close: () => {
      for (const file of opened) file.close();
    },
  };
}

/** What a read gives; damage that SQLite meets on the way becomes a finding. */
export function onDamage<T>(file: FileName, onFinding: OnFinding, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    onFinding(damageIn(file, error));
    return undefined;
  }
}

/** The same for what takes turns with others; `log` is asked for the place of a number that no log holds. */
export async function onDamageAsync<T>(
  file: FileName,
  onFinding: OnFinding,
  read: () => Promise<T>,
  log?: StoredLog,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    onFinding((isOutOfRange(error) ? log?.largeNumber() : undefined) ?? damageIn(file, error));
    return undefined;
  }
}

/** Damage as SQLite tells it; another failure goes through. */
function damageIn(file: FileName, error: unknown): Finding {
  if (!isOfSqlite(error)) throw error;
  const said = isOutOfRange(error) ? 'it holds a number beyond 2^53 - 1' : messageOf(error);
  const isLog = file === FILES.ledger || file === FILES.access;
  const code = isLog ? 'log-unreadable' : file === FILES.seals ? 'seals-differ' : 'read-model-differs';
  return { code, file, message: `${file} cannot be read: ${said}.` };
}

/** Errors of SQLite bear a result code; a value that does not fit a number shows damage too. */
const isOfSqlite = (error: unknown): boolean =>
  (typeof error === 'object' && error !== null && 'errcode' in error) || isOutOfRange(error);

const isOutOfRange = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'ERR_OUT_OF_RANGE';
