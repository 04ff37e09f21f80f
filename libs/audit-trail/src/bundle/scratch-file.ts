import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PRIVATE = 0o600;

/** Bytes that need not stay in memory, in a temporary file of this process alone. Nothing is left of it when that ends. */
export class ScratchFile {
  #descriptor: number | undefined;
  #bytes = 0;

  /** Adds bytes at the end; answers where they begin. */
  append(bytes: Uint8Array): number {
    this.#descriptor ??= namelessFile();
    const at = this.#bytes;
    for (let done = 0; done < bytes.length;)
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done, at + done);
    this.#bytes += bytes.length;
    return at;
  }

  /** Fills the buffer with what begins there. */
  read(at: number, into: Uint8Array): void {
    for (let done = 0; done < into.length;) {
      const read =
        this.#descriptor === undefined
          ? 0
          : readSync(this.#descriptor, into, done, into.length - done, at + done);
      if (read === 0) throw new RangeError(`The temporary file ends before byte ${at + into.length}.`);
      done += read;
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

/** Without a name from the beginning, so that the system takes it away even when the process is killed. */
function namelessFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-verify-'));
  try {
    return openSync(join(folder, 'identities'), 'wx+', PRIVATE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
