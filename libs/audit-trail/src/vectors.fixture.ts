import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EventMetadata, RecordedEvent } from '#event-store';
import { encodeBase64 } from './base64.ts';
import type { Leaves } from './merkle-proofs.ts';
import { MerkleTree } from './merkle-tree.ts';
import { sha256 } from './sha256.ts';

/** The golden vectors: computed once, apart from this implementation, and never changed. */
const VECTORS = path.join(import.meta.dirname, '../vectors');

export const readVectors = <T>(name: string): T =>
  JSON.parse(readFileSync(path.join(VECTORS, `${name}.json`), 'utf8')) as T;

export interface EventVector {
  readonly name: string;
  readonly event: {
    readonly stream: string;
    readonly revision: number;
    readonly id: string;
    readonly type: string;
    readonly schemaVersion: number;
    readonly effectiveOn: string;
    readonly recordedAt: string;
    readonly bookedAt: string;
    /** The text of the exact bytes. */
    readonly data: string;
    readonly metadata: string;
  };
  /** Hex. */
  readonly digest: string;
  readonly leaf: string;
}

export const eventVectors = readVectors<readonly EventVector[]>('events');

/** The event of a vector as the log would give it. */
export function recordedEvent({ event }: EventVector): RecordedEvent {
  return {
    ...event,
    revision: BigInt(event.revision),
    position: '1' as RecordedEvent['position'],
    recordedAt: event.recordedAt as RecordedEvent['recordedAt'],
    bookedAt: event.bookedAt as RecordedEvent['bookedAt'],
    data: JSON.parse(event.data) as unknown,
    metadata: JSON.parse(event.metadata) as EventMetadata,
    dataBytes: Buffer.from(event.data),
    metadataBytes: Buffer.from(event.metadata),
  };
}

export interface TreeVectors {
  readonly certificateTransparency: { readonly inputs: readonly string[]; readonly roots: readonly string[] };
  readonly counted: { readonly roots: Readonly<Record<string, string>> };
}

/** Leaf i of the counted trees: SHA-256(0x00 || i in decimal). */
export const countedLeaf = (index: number): Buffer => sha256(Buffer.from(`\0${index}`));

export const countedLeaves = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, at) => countedLeaf(at));

export function treeOver(leaves: Iterable<Uint8Array>): MerkleTree {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree;
}

export const asLeaves = (leaves: readonly Uint8Array[]): Leaves => ({
  leaf(index) {
    const found = leaves[index];
    if (!found) throw new RangeError(`there is no leaf ${index}`);
    return found;
  },
});

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Buffer => Buffer.from(text, 'hex');
export const base64OfHex = (text: string): string => encodeBase64(unhex(text));

export interface KeyVector {
  readonly name: string;
  readonly seed: string;
  readonly publicKey: string;
  readonly keyId: string;
  readonly verifierKey: string;
  readonly signingKey: string;
}

export interface CheckpointVector {
  readonly name: string;
  readonly checkpoint: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    readonly time: string;
    readonly access?: { readonly size: number; readonly root: string };
  };
  readonly text: string;
  /** Ids of the keys that signed, in their order. */
  readonly keys: readonly string[];
  readonly note: string;
}

export const checkpointVectors = readVectors<{
  readonly keys: readonly KeyVector[];
  readonly checkpoints: readonly CheckpointVector[];
}>('checkpoints');
