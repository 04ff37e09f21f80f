import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { PublishedFile } from '#performance';
import { refuse } from '../http/refusals.ts';
import { type ReportFile, sha256, sumsOf } from './report-files.ts';

/** Which set of files. */
export interface PublishedSet {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly number: string;
}

/** Files of published reports, in the data folder, for its user alone. A set is there as a whole or not at all. */
export class PublishedFolder {
  readonly #root: string;

  constructor(dataFolder: string) {
    this.#root = path.join(dataFolder, 'published');
  }

  /** Writes the set to the disk under its number. What a try that failed left there is replaced. */
  keep(set: PublishedSet, files: readonly ReportFile[]): void {
    const staged = path.join(this.#root, `.staged-${randomUUID()}`);
    mkdirSync(staged, { recursive: true, mode: 0o700 });
    try {
      for (const { name, bytes } of files) writeDurably(path.join(staged, name), bytes);
      const sums = files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }));
      writeDurably(path.join(staged, 'SHA256SUMS'), new TextEncoder().encode(sumsOf(sums)));
      const kept = this.#folderOf(set);
      mkdirSync(path.dirname(kept), { recursive: true, mode: 0o700 });
      rmSync(kept, { recursive: true, force: true });
      renameSync(staged, kept);
      syncFolder(path.dirname(kept));
    } catch (error) {
      rmSync(staged, { recursive: true, force: true });
      throw error;
    }
  }

  /** Takes a set away again that was not published after all. */
  drop(set: PublishedSet): void {
    rmSync(this.#folderOf(set), { recursive: true, force: true });
  }

  /** A file as it was published: refuses with `published-file-damaged` when it is not that any more. */
  read(set: PublishedSet, file: PublishedFile): Buffer {
    let bytes: Buffer | undefined;
    try {
      bytes = readFileSync(path.join(this.#folderOf(set), file.name));
    } catch {
      bytes = undefined;
    }
    if (bytes !== undefined && sha256(bytes) === file.sha256) return bytes;
    throw refuse(
      'published-file-damaged',
      `${file.name} of ${set.number} is ${bytes === undefined ? 'missing' : 'not as it was published'}: expected SHA-256 ${file.sha256}. Restore it from a backup.`,
      { number: set.number, file: file.name, sha256: file.sha256 },
    );
  }

  #folderOf({ organisation, fiscalYear, number }: PublishedSet): string {
    const parts = [organisation, `${fiscalYear}`, number].map((part) =>
      encodeURIComponent(part).replaceAll('.', '%2E'),
    );
    return path.join(this.#root, ...parts);
  }
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const opened = openSync(file, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(opened, bytes, written);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** The new name is on the disk, too, where the system can say so. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
