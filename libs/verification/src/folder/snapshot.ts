import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** How long a service may hold the file for a moment, as when it takes in its journal. */
const BUSY_TIMEOUT_MS = 5_000;

const CACHE_KIB = 32 * 1024;

/**
 * Opens a file of a data folder as it is at this moment. Nothing is written: while a service owns the folder, what it
 * writes meanwhile is not seen; else the file is read as it lies there, without so much as a lock.
 */
export function openSnapshot(file: string): DatabaseSync {
  const url = pathToFileURL(file);
  if (!isOwned(file)) url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, {
    readOnly: true,
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: false,
    enableDoubleQuotedStringLiterals: false,
    defensive: true,
  });
  try {
    // Streams are read one after the other, across the pages of the whole log.
    database.exec(`PRAGMA trusted_schema = OFF; PRAGMA cache_size = -${CACHE_KIB}; BEGIN`);
    // The moment is that of the first look.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A journal lies beside a file that somebody has open, or had when the machine failed. */
export const isOwned = (file: string): boolean => existsSync(`${file}-wal`);
