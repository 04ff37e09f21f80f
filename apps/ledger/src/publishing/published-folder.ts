import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { PublishedFile } from '#performance';
import { asPublished, type KeptSet, type PublishedFiles, type PublishedSet } from './published-files.ts';
import { type ReportFile, sha256, sumsOf } from './report-files.ts';

/** Files of published reports, in the data folder, for its user alone, under the numbers of their sets. */
export class PublishedFolder implements PublishedFiles {
  readonly #root: string;

  constructor(dataFolder: string) {
    this.#root = rootOf(dataFolder);
  }

  async keep(set: PublishedSet, files: readonly ReportFile[]): Promise<KeptSet> {
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
      return { drop: async () => rmSync(kept, { recursive: true, force: true }) };
    } catch (error) {
      rmSync(staged, { recursive: true, force: true });
      throw error;
    }
  }

  async read(set: PublishedSet, file: PublishedFile): Promise<Buffer> {
    let bytes: Buffer | undefined;
    try {
      bytes = readFileSync(path.join(this.#folderOf(set), file.name));
    } catch {
      bytes = undefined;
    }
    return asPublished(set, file, bytes);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #folderOf({ organisation, fiscalYear, number }: PublishedSet): string {
    const parts = [organisation, `${fiscalYear}`, number].map((part) =>
      encodeURIComponent(part).replaceAll('.', '%2E'),
    );
    return path.join(this.#root, ...parts);
  }
}

const rootOf = (dataFolder: string): string => path.join(dataFolder, 'published');

/** Every set of files in a data folder, with the folder that it lies in. */
export function foundSets(dataFolder: string): { readonly set: PublishedSet; readonly folder: string }[] {
  const root = rootOf(dataFolder);
  const foldersIn = (...parts: readonly string[]): string[] => {
    const folder = path.join(root, ...parts);
    if (!existsSync(folder)) return [];
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  };
  return foldersIn().flatMap((organisation) =>
    foldersIn(organisation).flatMap((fiscalYear) =>
      foldersIn(organisation, fiscalYear).map((number) => ({
        set: {
          organisation: decodeURIComponent(organisation),
          fiscalYear: Number(fiscalYear),
          number: decodeURIComponent(number),
        },
        folder: path.join(root, organisation, fiscalYear, number),
      })),
    ),
  );
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
