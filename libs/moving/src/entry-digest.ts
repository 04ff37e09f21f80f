import { createHash, type Hash } from 'node:crypto';
import { leafHash } from '#audit-trail';
import { encodeCanonical, type RecordedCommand } from '#event-store';
import type { LogEntry } from './log-entries.ts';

/** What the store keeps under an idempotency key, as bytes: the key, what was asked, the answer, its place and time. */
function commandBytes({ key, inputHash, answer, position, recordedAt }: RecordedCommand): Uint8Array {
  return encodeCanonical({ key, inputHash, answer, position, recordedAt });
}

/** All answers of a log as one digest, in the order of the log. */
export class CommandsDigest {
  #count = 0;
  readonly #hash: Hash = createHash('sha256');

  get count(): number {
    return this.#count;
  }

  take(commands: readonly RecordedCommand[]): void {
    for (const command of commands) {
      const bytes = commandBytes(command);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      this.#hash.update(length).update(bytes);
      this.#count += 1;
    }
  }

  /** Hex. To be called once. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * Where two entries at the same place of two logs differ; nothing when their events have the same leaf in the tree, the
 * same position and the same answers.
 */
export function entryDifference(one: LogEntry, other: LogEntry): string | undefined {
  if (one.event.position !== other.event.position) return 'the positions differ';
  if (!leafHash(one.event).equals(leafHash(other.event))) return eventDifference(one, other);
  const [mine, theirs] = [one, other].map(({ commands }) =>
    commands.map(commandBytes).toSorted((a, b) => Buffer.compare(a, b)),
  );
  const same =
    mine?.length === theirs?.length &&
    mine?.every((bytes, index) => Buffer.compare(bytes, theirs?.[index] ?? Buffer.alloc(0)) === 0);
  return same ? undefined : 'the answers kept under its idempotency key differ';
}

const COMPARED = ['stream', 'revision', 'id', 'type', 'schemaVersion', 'recordedAt', 'bookedAt'] as const;

function eventDifference({ event: one }: LogEntry, { event: other }: LogEntry): string {
  const differing = COMPARED.filter((member) => one[member] !== other[member]);
  return differing.length > 0 ? `${differing.join(', ')} differ` : 'the bytes of data or metadata differ';
}
