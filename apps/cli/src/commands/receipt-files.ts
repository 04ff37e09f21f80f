import { readFile, stat, writeFile } from 'node:fs/promises';
import { parseListedKey, type VerifierKey } from '#audit-trail';
import { isRefusal, messageOf, printable } from '#kernel';
import { wrongUse } from '../settings.ts';

/** More than any receipt or report has; what is larger is not read. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The bytes of a file. Throws `wrong-use`. */
export async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw new Error(`it has ${size} bytes`);
    return await readFile(file);
  } catch (error) {
    throw wrongUse(`${printable(file)} cannot be read: ${messageOf(error)}.`);
  }
}

export const textOf = async (file: string): Promise<string> => (await bytesOf(file)).toString('utf8');

/** Writes a new file; a receipt is evidence, and never takes the place of another one. Throws `wrong-use`. */
export async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw wrongUse(
      `${printable(file)} cannot be written: ${messageOf(error)}; expected a name that is not in use.`,
    );
  }
}

/** The verifier keys of a file, one a line, such as `keys.txt` of a bundle; nothing without a file. */
export async function keysIn(file: string | undefined): Promise<readonly VerifierKey[] | undefined> {
  if (file === undefined) return undefined;
  const lines = (await textOf(file)).split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '').map(parseListedKey);
  const wrong = keys.find((key) => isRefusal(key));
  if (wrong) throw wrongUse(`${printable(file)}: ${wrong.message}`);
  if (keys.length === 0) throw wrongUse(`${printable(file)} has no key; expected verifier keys, one a line.`);
  return keys.filter((key): key is VerifierKey => !isRefusal(key));
}
