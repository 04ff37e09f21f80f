import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PublishedDatabase } from '../publishing/published-database.ts';
import { foundSets, PublishedFolder } from '../publishing/published-folder.ts';
import type { EmbeddedLedger } from './embedded-ledger.ts';

/** Carries the files of published reports of a folder into PostgreSQL; answers how many sets there are. */
export async function sharePublished(dir: string, postgres: string): Promise<number> {
  const database = new PublishedDatabase(postgres);
  try {
    const found = foundSets(dir);
    for (const { set, folder } of found) {
      const names = readdirSync(folder).filter((name) => name !== 'SHA256SUMS');
      const files = names.map((name) => ({ name, type: '', bytes: readFileSync(path.join(folder, name)) }));
      await database.keepOnce(set, files);
    }
    return found.length;
  } finally {
    await database.close();
  }
}

/** The other way: the files of every report that the log says was published. Refuses with `published-file-damaged`; throws `ProjectionStopped`. */
export async function takePublishedBack(ledger: EmbeddedLedger, postgres: string): Promise<number> {
  const database = new PublishedDatabase(postgres);
  const folder = new PublishedFolder(ledger.folder.dir);
  try {
    // Of what stands after an event that stopped the read models nothing would be carried.
    await ledger.projector.catchUp();
    let count = 0;
    for (const { organisation } of ledger.tables.organisations.list()) {
      for (const row of ledger.tables.reports.publications(organisation, EVERY_POSITION, EVERY)) {
        const set = { ...row, organisation };
        const files = [];
        for (const file of row.files)
          files.push({ name: file.name, type: file.type, bytes: await database.read(set, file) });
        await folder.keep(set, files);
        count += 1;
      }
    }
    return count;
  } finally {
    await database.close();
  }
}

const EVERY_POSITION = 2n ** 62n;
const EVERY = 1_000_000;
