import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventDigest, type LeafEvent, leafHash, MerkleTree } from '#audit-trail';
import { encodeCanonical } from '#event-store';

/** A line of events.jsonl or access.jsonl. */
export interface Line {
  stream: string;
  revision: number;
  id: string;
  type: string;
  schemaVersion: number;
  effectiveOn: string;
  recordedAt: string;
  bookedAt: string;
  data: string;
  metadata: string;
}

export type Log = 'events.jsonl' | 'access.jsonl';
type Json = Record<string, unknown>;

const SEPARATOR = '---\n';

/** A copy of a bundle that somebody tampers with, who knows the format and no signing key. */
export class BundleCopy {
  readonly folder: string;

  constructor(original: string, folder: string) {
    cpSync(original, folder, { recursive: true });
    this.folder = folder;
  }

  text(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(path.join(this.folder, name), content);
  }

  lines(log: Log): Line[] {
    return this.text(log)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  }

  writeLines(log: Log, lines: readonly Line[]): void {
    this.write(log, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  notes(): string[] {
    return this.text('checkpoints.txt').split(SEPARATOR);
  }

  writeNotes(notes: readonly string[]): void {
    this.write('checkpoints.txt', notes.join(SEPARATOR));
  }

  /** Makes the manifest say what is there now, as somebody would who hides a change. */
  repairManifest(): void {
    const manifest = JSON.parse(this.text('manifest.json')) as Json;
    const files = readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
      .map((entry) => path.relative(this.folder, path.join(entry.parentPath, entry.name)))
      .sort()
      .map((name) => {
        const bytes = readFileSync(path.join(this.folder, name));
        return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      });
    const [leaves, access] = [this.#tree('events.jsonl'), this.#tree('access.jsonl')];
    const repaired = { ...manifest, events: leaves.size, leaves, access, files };
    this.write('manifest.json', `${JSON.stringify(repaired, null, 2)}\n`);
  }

  #tree(log: Log): { readonly size: number; readonly root: string } {
    const tree = new MerkleTree();
    for (const line of this.lines(log)) tree.append(leafHash(leafOf(line)));
    return { size: tree.size, root: Buffer.from(tree.root()).toString('base64') };
  }
}

export const jsonOf = (base64: string): Json => JSON.parse(Buffer.from(base64, 'base64').toString()) as Json;

export const base64Of = (value: Json): string => Buffer.from(encodeCanonical(value)).toString('base64');

function leafOf(line: Line): LeafEvent {
  return {
    ...line,
    revision: BigInt(line.revision),
    metadata: { effectiveOn: line.effectiveOn },
    dataBytes: Buffer.from(line.data, 'base64'),
    metadataBytes: Buffer.from(line.metadata, 'base64'),
  } as unknown as LeafEvent;
}

export const digestOf = (line: Line): string => eventDigest(leafOf(line));

/** Links every later event of a stream anew, as somebody would who replaces a chain. */
export function rehash(lines: Line[], stream: string): void {
  let digest: string | undefined;
  for (const line of lines.filter((each) => each.stream === stream)) {
    const { previous: _, ...metadata } = jsonOf(line.metadata);
    line.metadata = base64Of(digest === undefined ? metadata : { ...metadata, previous: digest });
    digest = digestOf(line);
  }
}
