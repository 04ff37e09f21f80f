import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Instant, messageOf, RefusalError } from '#kernel';
import { encodeBase64 } from '../base64.ts';
import { type LeafEvent, leafHash } from '../leaf-hash.ts';
import { MerkleTree } from '../merkle-tree.ts';
import { refuse } from '../refusals.ts';
import { formatListedKey, type ListedKey } from '../listed-key.ts';
import { assertSealed } from './assert-sealed.ts';
import { FileDigest } from './file-digest.ts';
import { formatEventLine } from './event-line.ts';
import {
  ACCESS,
  type BundleFile,
  CHECKPOINTS,
  EVENTS,
  FILE_NAME,
  formatManifest,
  KEYS,
  MANIFEST,
  type Manifest,
  type StatedTree,
  TOTALS,
} from './manifest.ts';
import { formatNotes } from './read-notes.ts';
import { formatTotals, type TotalsRow } from './totals.ts';

/** A file that a bundle carries as it is. */
export interface CarriedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BundleContent {
  /** Where it goes; the folder is made, or is empty. */
  readonly folder: string;
  readonly origin: string;
  /** Both logs, in their order, with the exact bytes. */
  readonly events: AsyncIterable<LeafEvent>;
  readonly access: AsyncIterable<LeafEvent>;
  /** Signed notes, oldest first. */
  readonly checkpoints: readonly string[];
  readonly keys: readonly ListedKey[];
  /** JSON Schemas: `<type>.v<version>.json`. */
  readonly schemas: readonly CarriedFile[];
  readonly totals: readonly TotalsRow[];
  /** `<size>.tsr`: a time-stamp (RFC 3161) of the checkpoint of that size. */
  readonly timestamps?: readonly CarriedFile[];
  readonly createdAt: Instant;
  /** Writes also what no checkpoint covers: a log that was changed is exported as it is, and does not verify. */
  readonly unsealed?: 'refuse' | 'write';
}

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
const LINES_AT_ONCE = 1024;

/**
 * Writes a bundle; it is there as a whole or not at all. Throws the refusal `bundle-folder-not-empty`,
 * `bundle-not-writable`, or `bundle-not-sealed` when the last checkpoint does not cover both logs.
 */
export async function writeBundle(content: BundleContent): Promise<Manifest> {
  const folder = path.resolve(content.folder);
  try {
    return await written(content, folder);
  } catch (error) {
    if (!isOfFileSystem(error)) throw error;
    const message = `The bundle cannot be written to ${folder} (${messageOf(error)}): expected a folder with room for it that this user may write.`;
    throw new RefusalError(refuse('bundle-not-writable', message, { folder }));
  }
}

/** Whether the operating system refused it; such errors may be of another realm, which instanceof does not know. */
const isOfFileSystem = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error;

async function written(content: BundleContent, folder: string): Promise<Manifest> {
  await assertEmpty(folder);
  await mkdir(path.dirname(folder), { recursive: true });
  const partial = `${folder}.partial-${randomBytes(4).toString('hex')}`;
  await mkdir(partial, { mode: PRIVATE_FOLDER });
  try {
    const manifest = await new BundleWriter(partial).write(content);
    await rename(partial, folder);
    await syncFolder(path.dirname(folder));
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function assertEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  const message = `The folder ${folder} holds ${names.length} things already: expected a new folder, or an empty one.`;
  throw new RefusalError(refuse('bundle-folder-not-empty', message, { folder }));
}

class BundleWriter {
  readonly #folder: string;
  readonly #files: BundleFile[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(content: BundleContent): Promise<Manifest> {
    const leaves = await this.#log(EVENTS, content.events);
    const access = await this.#log(ACCESS, content.access);
    if (content.unsealed !== 'write') assertSealed(content.checkpoints.at(-1), leaves, access);
    await this.#text(CHECKPOINTS, formatNotes(content.checkpoints));
    await this.#text(KEYS, content.keys.map((key) => `${formatListedKey(key)}\n`).join(''));
    await this.#text(TOTALS, formatTotals(content.totals));
    await this.#carried('schemas', content.schemas);
    await this.#carried('timestamps', content.timestamps ?? []);
    const { origin, createdAt } = content;
    const files = this.#files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const manifest: Manifest = {
      schema: 'obligo.bundle/1',
      origin,
      events: leaves.size,
      leaves: stated(leaves),
      access: stated(access),
      files,
      createdAt,
    };
    await this.#text(MANIFEST, formatManifest(manifest));
    await syncFolder(this.#folder);
    return manifest;
  }

  async #log(name: string, events: AsyncIterable<LeafEvent>): Promise<MerkleTree> {
    const tree = new MerkleTree();
    await this.#file(name, async (write) => {
      let lines: string[] = [];
      for await (const event of events) {
        tree.append(leafHash(event));
        lines.push(formatEventLine(event), '\n');
        if (lines.length < LINES_AT_ONCE) continue;
        await write(Buffer.from(lines.join('')));
        lines = [];
      }
      await write(Buffer.from(lines.join('')));
    });
    return tree;
  }

  async #carried(within: string, files: readonly CarriedFile[]): Promise<void> {
    if (files.length === 0) return;
    await mkdir(path.join(this.#folder, within), { mode: PRIVATE_FOLDER });
    for (const { name, bytes } of files) await this.#file(`${within}/${name}`, (write) => write(bytes));
    await syncFolder(path.join(this.#folder, within));
  }

  async #text(name: string, text: string): Promise<void> {
    await this.#file(name, (write) => write(Buffer.from(text)));
  }

  async #file(
    name: string,
    fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    if (!FILE_NAME.test(name)) throw new Error(`a bundle has no file named ${name}`);
    const digest = new FileDigest();
    const file = await open(path.join(this.#folder, name), 'wx', PRIVATE_FILE);
    try {
      await fill(async (bytes) => {
        digest.take(bytes);
        await writeAll(file, bytes);
      });
      await file.sync();
    } finally {
      await file.close();
    }
    this.#files.push(digest.of(name));
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}

const stated = (tree: MerkleTree): StatedTree => ({ size: tree.size, root: encodeBase64(tree.root()) });

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
