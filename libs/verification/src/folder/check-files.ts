import type { DatabaseSync } from 'node:sqlite';
import type { OnFinding, VerificationCode } from '../finding.ts';
import type { Telling } from '../telling.ts';
import { type FileName, FILES } from './file-names.ts';
import { onDamage, type OpenedFolder } from './read-folder.ts';

/** One damaged page shows in many places. */
const MOST = 10;

/** What SQLite itself says of the files of a folder, and whether the logs are guarded as they were made. */
export function checkFiles(files: OpenedFolder, { onFinding, onProgress }: Telling): void {
  const { ledger, access, seals, projections } = files;
  const check = (file: FileName, database: DatabaseSync | undefined, code: VerificationCode): void => {
    if (!database) return;
    onProgress({ what: `integrity of ${file}`, done: 0 });
    onDamage(file, onFinding, () => checkIntegrity(database, file, code, onFinding));
  };
  check(FILES.ledger, ledger?.database, 'log-damaged');
  check(FILES.access, access?.database, 'log-damaged');
  check(FILES.seals, seals, 'seals-differ');
  check(FILES.projections, projections, 'read-model-differs');
  for (const log of [ledger, access]) {
    const fault = log?.schemaFault();
    if (fault !== undefined)
      onFinding({ code: 'log-damaged', file: log?.file ?? '', message: `In ${log?.file ?? ''} ${fault}.` });
  }
}

/** Torn pages, indexes that miss rows, rows that the rules of their table do not allow. */
function checkIntegrity(
  database: DatabaseSync,
  file: FileName,
  code: VerificationCode,
  onFinding: OnFinding,
): void {
  for (const row of database.prepare(`PRAGMA integrity_check(${MOST})`).iterate()) {
    const said = String(row['integrity_check']);
    if (said !== 'ok') onFinding({ code, file, message: `SQLite finds ${file} damaged: ${said}.` });
  }
  let orphans = 0;
  for (const row of database.prepare('PRAGMA foreign_key_check').iterate()) {
    orphans += 1;
    if (orphans > MOST) return;
    const [table, key] = [String(row['table']), String(row['rowid'])];
    const message = `Row ${key} of the table ${table} names a row of ${String(row['parent'])} that is not there.`;
    onFinding({ code, file, table, key, message });
  }
}
