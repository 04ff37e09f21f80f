import { DatabaseSync } from 'node:sqlite';

const CACHE_KIB = 8 * 1024;

/**
 * A database for what need not stay in memory: SQLite puts what its cache does not hold into a temporary file without a
 * name, which is gone when the database is closed or the process ends.
 */
export function openScratchDatabase(schema: string): DatabaseSync {
  const database = new DatabaseSync('');
  database.exec(`PRAGMA synchronous = OFF; PRAGMA cache_size = -${CACHE_KIB}; ${schema}`);
  return database;
}
