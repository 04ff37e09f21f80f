import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the nearest package.json, whether this runs from the sources or from the build. */
export const VERSION = versionAbove(import.meta.dirname);

function versionAbove(folder: string): string {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return (read as { version?: string }).version ?? 'unknown';
  } catch {
    return dirname(folder) === folder ? 'unknown' : versionAbove(dirname(folder));
  }
}
