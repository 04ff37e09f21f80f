import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A database of the data folder and the space that it takes, with what runs ahead of it. */
export interface DataFile {
  readonly name: string;
  readonly bytes: number;
}

/** The databases of a data folder, by name. */
export function dataFilesIn(dir: string): DataFile[] {
  const sizes = new Map<string, number>();
  for (const file of readdirSync(dir)) {
    const name = /^([\w-]+\.sqlite)(?:-wal|-shm)?$/.exec(file)?.[1];
    // One that is checkpointed away while we look takes no space.
    const bytes = statSync(join(dir, file), { throwIfNoEntry: false })?.size ?? 0;
    if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + bytes);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes })).sort(byName);
}

const byName = (one: DataFile, other: DataFile): number => (one.name < other.name ? -1 : 1);
