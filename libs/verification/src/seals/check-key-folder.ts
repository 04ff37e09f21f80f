import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '#kernel';
import { KeyFolder, keyDisagreements } from '#sealing';
import { FILES } from '../folder/file-names.ts';
import type { Telling } from '../telling.ts';

/** Where the keys of a data folder may be: where it is said, or beside it, also by the name that a link leads to. */
export function keyFoldersOf(dir: string, said?: string): KeyFolder[] {
  const places = said === undefined ? [`${resolve(dir)}.keys`, `${realpathSync(dir)}.keys`] : [resolve(said)];
  return [...new Set(places)].filter((place) => existsSync(place)).map((place) => KeyFolder.at(place));
}

/** Whether the folder of the keys tells that something was sealed. */
export const wasSealed = (folders: readonly KeyFolder[]): boolean =>
  folders.some(({ listFile }) => existsSync(listFile));

/**
 * The keys in the seals must be those that are kept apart from the data folder: whoever writes the data folder alone may have
 * signed another history with a key of his own. A folder of keys that cannot be read is told, and compares nothing.
 */
export function checkKeyFolders(
  seals: DatabaseSync,
  folders: readonly KeyFolder[],
  { onFinding, onNotice }: Telling,
): void {
  const rows = seals.prepare('SELECT number, key FROM verifier_keys ORDER BY number').all();
  const numbers = new Map(rows.map((row) => [String(row['key']), Number(row['number'])]));
  for (const keys of folders) {
    try {
      accessSync(keys.dir, constants.R_OK | constants.X_OK);
      for (const { key, message } of keyDisagreements(keys, [...numbers.keys()])) {
        const number = numbers.get(key);
        const place = {
          table: 'verifier_keys',
          ...(number === undefined ? {} : { key: `number=${number}` }),
        };
        onFinding({ code: 'keys-differ', file: FILES.seals, ...place, message });
      }
    } catch (error) {
      onNotice(
        `the keys in ${keys.dir} cannot be read (${messageOf(error)}): the seals are not compared with them`,
      );
    }
  }
}
