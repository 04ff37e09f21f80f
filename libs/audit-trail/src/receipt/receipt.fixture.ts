import { createMemoryEventStore, type RecordedEvent } from '#event-store';
import { collect, posting } from '#event-store/testing';
import { type Instant, orThrow } from '#kernel';
import { formatCheckpoint } from '../checkpoint.ts';
import { leafHash } from '../leaf-hash.ts';
import { consistencyProof, inclusionProof, type Leaves } from '../merkle-proofs.ts';
import { MerkleTree } from '../merkle-tree.ts';
import { sha256, sha256Hex } from '../sha256.ts';
import { signNote } from '../signed-note.ts';
import { newSigningKey, type SigningKey } from '../signing-key.ts';
import { formatVerifierKey } from '../verifier-key.ts';
import { formatInclusionReceipt } from './inclusion-receipt.ts';
import { formatReportReceipt } from './report-receipt.ts';

export const keyOf = (origin: string, seed = origin): SigningKey =>
  newSigningKey(origin, sha256(Buffer.from(seed)));

/** A log in memory whose every size can be sealed. */
export class SealedLog {
  readonly origin: string;
  readonly key: SigningKey;
  readonly events: readonly RecordedEvent[];
  readonly #hashes: readonly Uint8Array[];

  private constructor(origin: string, events: readonly RecordedEvent[]) {
    this.origin = origin;
    this.key = keyOf(origin);
    this.events = events;
    this.#hashes = events.map(leafHash);
  }

  static async of(origin: string, count: number): Promise<SealedLog> {
    const store = createMemoryEventStore({ clock: () => Date.parse('2025-12-30T03:04:05.678Z') });
    const names = Array.from({ length: count }, (_, index) => `${origin} ใบขอเบิก ${index}`);
    const streams = names.map((name, index) => ({
      stream: `budgetaccount-etda.2569.P0${index}`,
      expected: 'none' as const,
      events: [posting(name)],
    }));
    for (const write of streams) await store.append(write);
    return new SealedLog(origin, await collect(store.readAll()));
  }

  get leaves(): Leaves {
    return { leaf: (index) => this.#hashes[index] ?? Buffer.alloc(0) };
  }

  rootAt(size: number): Uint8Array {
    const tree = new MerkleTree();
    for (const hash of this.#hashes.slice(0, size)) tree.append(hash);
    return tree.root();
  }

  noteAt(size: number, ...keys: readonly SigningKey[]): string {
    const time = '2025-12-30T03:05:00.000Z' as Instant;
    const text = formatCheckpoint({ origin: this.origin, size, root: this.rootAt(size), time });
    return orThrow(signNote(text, keys.length > 0 ? keys : [this.key]));
  }

  async receipt(indexes: readonly number[], size = this.events.length): Promise<string> {
    const events = indexes.map(async (index) => ({
      index,
      event: this.#at(index),
      proof: await inclusionProof(this.leaves, index, size),
    }));
    const keys = [formatVerifierKey(this.key.verifier)];
    return formatInclusionReceipt({ events: await Promise.all(events), checkpoint: this.noteAt(size), keys });
  }

  #at(index: number): RecordedEvent {
    const event = this.events[index];
    if (!event) throw new RangeError(`the log has no event ${index}`);
    return event;
  }

  /** The receipt of a report that was made when so many events were known. */
  async reportReceipt(events: number, size = this.events.length): Promise<string> {
    const bytes = Buffer.from('project_code,disbursed_m\nP01,0.6334\n');
    return formatReportReceipt({
      report: 'quarterly',
      query: { quarter: 'Q1', fiscalYear: '2569', knownAt: String(events), format: 'csv' },
      asked: '2025-12-30',
      bytes: { type: 'text/csv; charset=utf-8', length: bytes.length, sha256: sha256Hex(bytes) },
      log: {
        position: String(events),
        events,
        root: this.rootAt(events),
        consistency: await consistencyProof(this.leaves, events, size),
        checkpoint: this.noteAt(size),
        keys: [formatVerifierKey(this.key.verifier)],
      },
      projections: [{ name: 'plan-versus-actual', version: 3 }],
      software: { name: 'obligo', version: '0.1.0' },
      madeAt: '2025-12-30T03:06:00.000Z' as Instant,
    });
  }
}

/** The receipt after a change to its members. */
export function changed(text: string, change: (receipt: Record<string, unknown>) => unknown): string {
  const receipt = JSON.parse(text) as Record<string, unknown>;
  change(receipt);
  return `${JSON.stringify(receipt, undefined, 2)}\n`;
}
