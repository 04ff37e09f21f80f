import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { messageOf, printable } from '#kernel';
import { wrongUse } from './settings.ts';

const MOST_BYTES = 32 * 1024 * 1024;

export interface TableFile {
  readonly name: string;
  readonly content: string;
}

/** A file of the folder, and where it really lies. */
interface Found {
  readonly name: string;
  readonly real: string;
  readonly bytes: number;
}

/**
 * The CSV files of a folder. A link is followed only within the folder: a folder that somebody sent could otherwise
 * name any file that this user may read. Throws `wrong-use` with the file and what was expected.
 */
export async function readTables(folder: string): Promise<TableFile[]> {
  const [base, all] = await Promise.all([realpath(folder), readdir(folder)]).catch((error: unknown) => {
    throw wrongUse(`${folder} cannot be read: ${messageOf(error)}.`);
  });
  const names = all.filter((name) => name.endsWith('.csv')).sort();
  if (names.length === 0)
    throw wrongUse(`${folder} has no CSV files; expected projects.csv and the other tables.`);
  const files = await Promise.all(names.map((name) => find(base, folder, name)));
  const bytes = files.reduce((total, file) => total + file.bytes, 0);
  if (bytes > MOST_BYTES)
    throw wrongUse(`${folder} has ${bytes} bytes of tables; expected at most ${MOST_BYTES}.`);
  return Promise.all(
    files.map(async ({ name, real }) => ({ name, content: await contentOf(join(folder, name), real) })),
  );
}

async function find(base: string, folder: string, name: string): Promise<Found> {
  const file = join(folder, name);
  const real = await realpath(join(base, name)).catch(() => undefined);
  if (real === undefined) throw notATable(file, 'a link that leads nowhere');
  if (!isWithin(base, real)) throw notATable(file, 'a link that leads out of the folder');
  const found = await stat(real).catch(() => undefined);
  if (!found?.isFile()) throw notATable(file, 'not a file');
  return { name, real, bytes: found.size };
}

/** Reads where the file was found to lie; a link that took its place meanwhile is not followed. */
async function contentOf(file: string, real: string): Promise<string> {
  try {
    await using handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW);
    return await handle.readFile('utf8');
  } catch (error) {
    throw wrongUse(`${printable(file)} cannot be read: ${messageOf(error)}.`);
  }
}

function isWithin(base: string, real: string): boolean {
  const path = relative(base, real);
  return !isAbsolute(path) && path !== '..' && !path.startsWith(`..${sep}`);
}

const notATable = (file: string, what: string) =>
  wrongUse(`${printable(file)} is ${what}; expected a table as CSV that lies in the folder.`);

/** A name may hold what would act on the terminal. */
