import { type Database, type DatabaseHome, openDatabase, openingTrouble } from '#database';
import { refuse } from './refusals.ts';
import { SHAPE } from './schema.ts';

const EXPECTED = {
  server: 'a server that answers, and a user who may make schemas there',
  intact: 'an intact reading log',
};

/** Opens the tables, made when missing. Throws the refusals `readings-unavailable`, `readings-file-unusable` or `readings-newer-than-program`. */
export async function openReadings(home: DatabaseHome): Promise<Database> {
  try {
    return await openDatabase(home, SHAPE);
  } catch (cause) {
    const { trouble, message } = openingTrouble(home, SHAPE, cause, EXPECTED);
    const details = 'file' in home ? { file: home.file } : {};
    throw refuse(`readings-${trouble}`, message, { details, cause });
  }
}
