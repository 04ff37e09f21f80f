import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OnFinding } from './finding.ts';
import { FileDigest } from './file-digest.ts';
import { type BundleFile, MANIFEST, type Manifest } from './manifest.ts';

const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/** The files of a bundle as they are read; each is hashed while it passes, so that it is read once. */
export class BundleFolder {
  readonly #folder: string;
  readonly #read = new Map<string, BundleFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether there is a plain file of this name: a link would lead out of the bundle. */
  async has(name: string): Promise<boolean> {
    return (await lstat(path.join(this.#folder, name)).catch(() => undefined))?.isFile() ?? false;
  }

  /** Calls back for a file that is there; all its bytes must be given to `onChunk`. */
  async reading(
    name: string,
    read: (file: string, onChunk: (chunk: Uint8Array) => void) => Promise<void>,
  ): Promise<void> {
    if (!(await this.has(name))) return;
    const digest = new FileDigest();
    await read(path.join(this.#folder, name), digest.take);
    this.#read.set(name, digest.of(name));
  }

  /** The text of a small file; what is too long to be one is no text. */
  async text(name: string): Promise<string | undefined> {
    if (!(await this.has(name))) return undefined;
    const file = path.join(this.#folder, name);
    return (await lstat(file)).size > MAX_TEXT_BYTES ? '' : readFile(file, 'utf8');
  }

  /** Compares all files of the folder with the manifest. */
  async compareWith(manifest: Manifest, onFinding: OnFinding): Promise<void> {
    const report = (file: string, what: string): void =>
      onFinding({ code: 'manifest-mismatch', file, message: `${file} ${what}.` });
    for (const { name, bytes, sha256 } of manifest.files) {
      const found = this.#read.get(name) ?? (await this.#digestOf(name));
      if (!found) report(name, 'is listed in the manifest, and is not there as a plain file');
      else if (found.bytes !== bytes)
        report(name, `has ${found.bytes} bytes, and the manifest says ${bytes}`);
      else if (found.sha256 !== sha256)
        report(name, `is not the file that is listed: its SHA-256 is ${found.sha256}`);
    }
    const listed = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)]);
    for await (const name of this.#names('')) {
      if (!listed.has(name)) report(name, 'is in the folder, and the manifest does not list it');
    }
  }

  async #digestOf(name: string): Promise<BundleFile | undefined> {
    if (!(await this.has(name))) return undefined;
    const digest = new FileDigest();
    const chunks = createReadStream(path.join(this.#folder, name)) as AsyncIterable<Buffer>;
    for await (const chunk of chunks) digest.take(chunk);
    return digest.of(name);
  }

  /** Whatever is in the folder and is no folder itself, by its path with slashes. */
  async *#names(within: string): AsyncGenerator<string> {
    for (const entry of await readdir(path.join(this.#folder, within), { withFileTypes: true })) {
      const name = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) yield* this.#names(name);
      else yield name;
    }
  }
}
