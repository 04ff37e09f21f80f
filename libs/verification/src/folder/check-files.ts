import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { OnFinding, VerificationCode } from '../finding.ts';
import type { Telling } from '../telling.ts';
import { type FileName, FILES } from './file-names.ts';
import { onDamage, type OpenedFolder } from './read-folder.ts';
import type { StoredLog } from './stored-log.ts';

/** One damaged page shows in many places. */
const MOST = 10;

/** Logs in which no event can have the identity of another. */
export type LogsWithoutDoubles = ReadonlySet<StoredLog>;

/**
 * What SQLite itself says of the files of a folder, and whether the logs are guarded as they were made. Answers the logs
 * in which SQLite finds no identity twice: those without a fault whose index over identities allows none.
 */
export function checkFiles(files: OpenedFolder, { onFinding, onProgress }: Telling): LogsWithoutDoubles {
  const { ledger, access, seals, projections } = files;
  checkJournals(files, onFinding);
  const isSound = (file: FileName, database: DatabaseSync | undefined, code: VerificationCode): boolean => {
    if (!database) return false;
    onProgress({ what: `integrity of ${file}`, done: 0 });
    return onDamage(file, onFinding, () => checkIntegrity(database, file, code, onFinding)) ?? false;
  };
  const soundLogs = new Set<StoredLog>();
  for (const [file, log] of [
    [FILES.ledger, ledger],
    [FILES.access, access],
  ] as const) {
    if (isSound(file, log?.database, 'log-damaged') && log) soundLogs.add(log);
  }
  isSound(FILES.seals, seals, 'seals-differ');
  isSound(FILES.projections, projections, 'read-model-differs');
  for (const log of [ledger, access]) {
    const fault = log?.schemaFault();
    if (fault !== undefined)
      onFinding({ code: 'log-damaged', file: log?.file ?? '', message: `In ${log?.file ?? ''} ${fault}.` });
    if (log && (fault !== undefined || !log.allowsEachIdentityOnce())) soundLogs.delete(log);
  }
  return soundLogs;
}

/**
 * All files have journals that go forward (`-wal`), which are read here. One that goes back (`-journal`) is not: SQLite would
 * play it into the file when the ledger opens it, and show something else than was verified.
 */
function checkJournals({ dir }: OpenedFolder, onFinding: OnFinding): void {
  for (const [name, file] of Object.entries(FILES)) {
    const journal = `${file}-journal`;
    if ((statSync(join(dir, journal), { throwIfNoEntry: false })?.size ?? 0) === 0) continue;
    const message = `Beside ${file} lies ${journal}, which the program does not make: whoever opens the file would play it back.`;
    onFinding({ code: codeOf(name as keyof typeof FILES), file, message });
  }
}

const codeOf = (name: keyof typeof FILES): VerificationCode =>
  name === 'seals' ? 'seals-differ' : name === 'projections' ? 'read-model-differs' : 'log-damaged';

/**
 * Torn pages, indexes that miss rows or hold one twice that allow it once, rows that the rules of their table do not allow.
 * Answers whether there is nothing of the kind.
 */
function checkIntegrity(
  database: DatabaseSync,
  file: FileName,
  code: VerificationCode,
  onFinding: OnFinding,
): boolean {
  let isSound = true;
  for (const row of database.prepare(`PRAGMA integrity_check(${MOST})`).iterate()) {
    const said = String(row['integrity_check']);
    if (said === 'ok') continue;
    isSound = false;
    onFinding({ code, file, message: `SQLite finds ${file} damaged: ${said}.` });
  }
  let orphans = 0;
  for (const row of database.prepare('PRAGMA foreign_key_check').iterate()) {
    orphans += 1;
    if (orphans > MOST) break;
    const [table, key] = [String(row['table']), String(row['rowid'])];
    const message = `Row ${key} of the table ${table} names a row of ${String(row['parent'])} that is not there.`;
    onFinding({ code, file, table, key, message });
  }
  return isSound && orphans === 0;
}
