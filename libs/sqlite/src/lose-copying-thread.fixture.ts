import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { JournalCopier } from './journal-copier.ts';

/** A process of its own whose thread ends while it copies the journal; then more is written, and all is closed. */
const [file = ''] = process.argv.slice(2);
const PAGES = 8;
const database = new DatabaseSync(file);
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE row (content BLOB NOT NULL)',
);
const copier = new JournalCopier(database, { file, pages: PAGES });

/** Writes as much as is copied, and gives the thread that was begun for it. */
async function write(): Promise<Worker> {
  const begun = once(process, 'worker');
  for (let commits = 0; commits < 16; commits += 1) database.exec('INSERT INTO row VALUES (zeroblob(8192))');
  copier.committedMuch();
  const [thread] = (await begun) as [Worker];
  return thread;
}

// It ends before it has opened the file.
await (await write()).terminate();
copier.settle();
const other = await write();
copier.settle();
const { log, checkpointed } = database.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {};
database.close();
process.stdout.write(JSON.stringify({ isCopied: log === checkpointed }));
await other.terminate();
