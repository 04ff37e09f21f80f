import { type Database, type DatabaseHome, openDatabase, openingTrouble } from '#database';
import { refuse } from './refusals.ts';
import { SHAPE } from './schema.ts';

const EXPECTED = { server: 'a server that answers', intact: 'an intact desk' };

/** Opens the tables, made when missing. Throws the refusals `desk-unavailable`, `desk-file-unusable` or `desk-newer-than-program`. */
export async function openDesk(home: DatabaseHome): Promise<Database> {
  try {
    return await openDatabase(home, SHAPE);
  } catch (cause) {
    const { trouble, message } = openingTrouble(home, SHAPE, cause, EXPECTED);
    throw refuse(`desk-${trouble}`, message, { details: 'file' in home ? { file: home.file } : {}, cause });
  }
}
