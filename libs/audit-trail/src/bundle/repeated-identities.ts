import { ScratchFile } from './scratch-file.ts';
import { hashOf, UuidSet, type UuidWords } from './uuid-set.ts';

/** Where an event stands. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** Number that the caller gave the stream; at most 32 bits. */
  readonly stream: number;
  readonly revision: number;
}

/** An identity that stood before. */
export interface Repeated extends Place {
  readonly id: string;
}

/** Ten million identities are 40,000 a part. */
const PART_BITS = 8;

/** Identity, line, revision, stream. */
const [LINE, REVISION, STREAM, ENTRY_BYTES] = [16, 24, 32, 36];
const BLOCK_BYTES = ENTRY_BYTES * 112;

/**
 * Finds identities that stand twice in a log of any length. They are parted by their hash, so that equal ones come
 * together, and wait in a temporary file; then a part at a time is in memory. A short log needs no file.
 */
export class RepeatedIdentities {
  readonly #file = new ScratchFile();
  readonly #parts = new Map<number, Part>();
  readonly #scratch = Buffer.alloc(16);

  /** Takes the next event: a UUID in lower case with hyphens, and where it stands. */
  add(id: string, { line, stream, revision }: Place): void {
    const words = this.#wordsOf(id);
    const part = this.#partOf(words);
    const entry = part.next();
    this.#scratch.copy(part.last, entry);
    part.last.writeDoubleLE(line, entry + LINE);
    part.last.writeDoubleLE(revision, entry + REVISION);
    part.last.writeUInt32LE(stream, entry + STREAM);
  }

  /** Every event whose identity stood before, in the order of the log. */
  found(): Repeated[] {
    const repeated: Repeated[] = [];
    const before = new UuidSet();
    for (const part of this.#parts.values()) {
      before.clear();
      for (const [bytes, at] of part.entries()) {
        if (before.hadBefore(wordsAt(bytes, at))) repeated.push(repeatedAt(bytes, at));
      }
    }
    return repeated.sort((one, other) => one.line - other.line);
  }

  /** Lets go of the temporary file. */
  close(): void {
    this.#parts.clear();
    this.#file.close();
  }

  #partOf(words: UuidWords): Part {
    const number = hashOf(words) >>> (32 - PART_BITS);
    const part = this.#parts.get(number) ?? new Part(this.#file);
    this.#parts.set(number, part);
    return part;
  }

  #wordsOf(id: string): UuidWords {
    this.#scratch.write(id.replaceAll('-', ''), 'hex');
    return wordsAt(this.#scratch, 0);
  }
}

/** Entries in their order: full blocks in the file, the last one in memory. */
class Part {
  readonly last = Buffer.allocUnsafe(BLOCK_BYTES);
  readonly #file: ScratchFile;
  readonly #blocks: number[] = [];
  #used = 0;

  constructor(file: ScratchFile) {
    this.#file = file;
  }

  /** Where the next entry is to be written in the last block. */
  next(): number {
    if (this.#used === BLOCK_BYTES) {
      this.#blocks.push(this.#file.append(this.last));
      this.#used = 0;
    }
    this.#used += ENTRY_BYTES;
    return this.#used - ENTRY_BYTES;
  }

  /** Every entry, as a buffer and where it begins there. */
  *entries(): Generator<readonly [Buffer, number]> {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    for (const start of this.#blocks) {
      this.#file.read(start, block);
      for (let at = 0; at < BLOCK_BYTES; at += ENTRY_BYTES) yield [block, at];
    }
    for (let at = 0; at < this.#used; at += ENTRY_BYTES) yield [this.last, at];
  }
}

const wordsAt = (bytes: Buffer, at: number): UuidWords => [
  bytes.readUInt32BE(at),
  bytes.readUInt32BE(at + 4),
  bytes.readUInt32BE(at + 8),
  bytes.readUInt32BE(at + 12),
];

function repeatedAt(bytes: Buffer, at: number): Repeated {
  const hex = bytes.toString('hex', at, at + LINE);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return {
    id: groups.join('-'),
    line: bytes.readDoubleLE(at + LINE),
    stream: bytes.readUInt32LE(at + STREAM),
    revision: bytes.readDoubleLE(at + REVISION),
  };
}
