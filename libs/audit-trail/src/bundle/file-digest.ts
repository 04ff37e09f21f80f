import { createHash } from 'node:crypto';
import type { BundleFile } from './manifest.ts';

/** Length and SHA-256 of a file, as its bytes pass. */
export class FileDigest {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  readonly take = (chunk: Uint8Array): void => {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
  };

  /** To be called once, at the end. */
  of(name: string): BundleFile {
    return { name, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
