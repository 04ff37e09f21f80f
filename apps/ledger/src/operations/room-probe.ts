import { open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';

/** What a batch of postings takes of the disk at most, more or less. */
const BYTES = 1024 * 1024;
/** Probes come every few seconds from several sides; one look serves those of a moment. */
const FRESH_MS = 1_000;

/**
 * Tells whether a folder takes a file again, after its disk refused one. A look writes and syncs, since a quota, a file system
 * that became read-only and a disk that fails show in no count of free bytes; nothing waits for it but who asked.
 */
export class RoomProbe {
  readonly #dir: string;
  /** When the last look is of no use any more; never while one is under way. */
  #freshUntil = -Infinity;
  #found: Promise<boolean> = Promise.resolve(true);

  constructor(dir: string) {
    this.#dir = dir;
  }

  hasRoom(): Promise<boolean> {
    if (performance.now() > this.#freshUntil) {
      this.#freshUntil = Infinity;
      this.#found = this.#look().finally(() => (this.#freshUntil = performance.now() + FRESH_MS));
    }
    return this.#found;
  }

  async #look(): Promise<boolean> {
    const file = path.join(this.#dir, 'room.probe');
    try {
      const { bavail, bsize } = await statfs(this.#dir);
      // What little there is is left to the postings.
      if (bavail * bsize < BYTES) return false;
      await writeDurably(file);
      await rm(file);
      return true;
    } catch {
      // What was begun of it takes room itself; where nothing can be removed, nothing could be written.
      await rm(file, { force: true }).catch(() => undefined);
      return false;
    }
  }
}

async function writeDurably(file: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.alloc(BYTES));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
