import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every library whose code has a part in what a state looks like. */
const FOLDING = ['kernel', 'organisation', 'access', 'control', 'budget', 'performance'] as const;

let digest: string | undefined;

/**
 * SHA-256 over the code that folds events into states, and the engine that writes them: a state that other code folded is
 * not to be gone on with. Worked out once, when it is first asked for.
 */
export const programDigest = (): string => (digest ??= digestOf(FOLDING.map(folderOf)));

function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(path.relative(folder, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const folderOf = (library: string): string =>
  fileURLToPath(new URL(`../../../../libs/${library}/src`, import.meta.url));
