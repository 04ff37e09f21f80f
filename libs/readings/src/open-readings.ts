import {
  type Database,
  type DatabaseHome,
  DatabaseUnavailable,
  DatabaseUnusable,
  homeName,
  openDatabase,
} from '#database';
import type { RefusalError } from '#kernel';
import { refuse } from './refusals.ts';
import { SHAPE } from './schema.ts';

/** Opens the tables, made when missing. Throws the refusals `readings-unavailable`, `readings-file-unusable` or `readings-newer-than-program`. */
export async function openReadings(home: DatabaseHome): Promise<Database> {
  try {
    return await openDatabase(home, SHAPE);
  } catch (error) {
    throw refusalOf(home, error);
  }
}

function refusalOf(home: DatabaseHome, error: unknown): RefusalError {
  const name = homeName(home, SHAPE);
  const details = 'file' in home ? { file: home.file } : {};
  const said = error instanceof Error ? error.message : String(error);
  const why = error instanceof DatabaseUnusable ? error.why : 'closed';
  if (error instanceof DatabaseUnavailable || why === 'closed') {
    const expected =
      'file' in home
        ? 'a file that this user may write'
        : 'a server that answers, and a user who may make schemas there';
    const message = `${name}: ${said}; expected ${expected}.`;
    return refuse('readings-unavailable', message, { details, cause: error });
  }
  if (why === 'newer') {
    const message = `${name}: ${said}; expected one of this program or an older one.`;
    return refuse('readings-newer-than-program', message, { details });
  }
  return refuse(
    'readings-file-unusable',
    `${name}: ${said}; expected an intact reading log of this program.`,
    { details },
  );
}
