import { DatabaseSync } from 'node:sqlite';
import { JournalCopier } from './journal-copier.ts';

/** A process of its own that has its journal copied, and then has nothing left to do. It closes nothing. */
const [file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec('PRAGMA journal_mode = WAL; CREATE TABLE row (content BLOB NOT NULL)');
const copier = new JournalCopier(database, { file, pages: 8 });
for (let commits = 0; commits < 32; commits += 1) {
  database.exec('INSERT INTO row VALUES (zeroblob(8192))');
  copier.committed();
}
