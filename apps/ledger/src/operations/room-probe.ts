import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a batch of postings takes of the disk at most, more or less. */
const BYTES = 1024 * 1024;
/** Probes come every few seconds from several sides; one look serves those of a moment. */
const FRESH_MS = 1_000;

/**
 * Tells whether a folder takes a file again, after its disk refused one. A look writes, since a quota or a file system that
 * became read-only shows in no count of free bytes, but waits for no sync.
 */
export class RoomProbe {
  readonly #dir: string;
  #looked = -Infinity;
  #found = true;

  constructor(dir: string) {
    this.#dir = dir;
  }

  hasRoom(): boolean {
    if (performance.now() - this.#looked > FRESH_MS) {
      this.#found = this.#look();
      this.#looked = performance.now();
    }
    return this.#found;
  }

  #look(): boolean {
    const file = path.join(this.#dir, 'room.probe');
    try {
      const { bavail, bsize } = statfsSync(this.#dir);
      // What little there is is left to the postings.
      if (bavail * bsize < BYTES) return false;
      writeFileSync(file, Buffer.alloc(BYTES), { mode: 0o600 });
      rmSync(file);
      return true;
    } catch {
      remove(file);
      return false;
    }
  }
}

/** What was begun of it takes room itself. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing can be removed, nothing could be written.
  }
}
