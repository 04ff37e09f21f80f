import { isRefusal } from '#kernel';
import { type ListedKey, parseListedKey } from '../listed-key.ts';
import { type OnFinding, OUTSIDE } from './finding.ts';
import { type Line, readLines } from './read-lines.ts';

/**
 * The verifier keys of a file, one a line; a line that is none is a finding under the name given, and so is one that stands
 * twice in a bundle. A list from outside may have been put together from several.
 */
export async function readKeys(
  file: string,
  name: string,
  onFinding: OnFinding,
  onChunk?: (chunk: Uint8Array) => void,
): Promise<ListedKey[]> {
  const keys: ListedKey[] = [];
  let number = 0;
  for await (const lines of readLines(file, onChunk)) {
    for (const line of lines) {
      number += 1;
      const key = readKey(line);
      const known = typeof key !== 'string' && keys.some((one) => one.id === key.id && one.name === key.name);
      if (typeof key !== 'string' && !known) keys.push({ ...key, line: number });
      const fault =
        typeof key === 'string' ? key : known && name !== OUTSIDE ? 'It stands there before.' : '';
      if (fault === '') continue;
      const message = `Line ${number} of ${name} cannot be used as a key. ${fault}`;
      onFinding({ code: 'key-unknown', file: name, line: number, message });
    }
  }
  return keys;
}

/** The key, or why it is none. */
function readKey({ bytes, fault }: Line): ListedKey | string {
  if (fault) return 'It is too long, or its last newline is missing.';
  const key = parseListedKey(Buffer.from(bytes).toString('utf8'));
  return isRefusal(key) ? key.message : key;
}
