import { createHash } from 'node:crypto';
import { usedFiles } from './published.ts';
import type { SourceFile } from './source/source-file.ts';

/** The idempotency key of an import: the same tables give the same key, whatever else lies in the folder. */
export function importKey(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of usedFiles(files)) hash.update(JSON.stringify([name, content]));
  return `import-${hash.digest('hex').slice(0, 32)}`;
}
