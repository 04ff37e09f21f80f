const FIRST_SLOTS = 1024;
const WORDS = 4;
/** Part of the slots that are taken before there are more. */
const FULL = 0.75;

/** The 128 bits of a UUID, from the left. */
export type UuidWords = readonly [number, number, number, number];

/** Remembers UUIDs, 16 bytes each in one table. */
export class UuidSet {
  #slots = FIRST_SLOTS;
  #table = new Uint32Array(FIRST_SLOTS * WORDS);
  #count = 0;
  /** The nil UUID looks like an empty slot. */
  #hasNil = false;

  /** Adds a UUID; answers whether it was there already. */
  hadBefore(words: UuidWords): boolean {
    if (words.every((word) => word === 0)) {
      const had = this.#hasNil;
      this.#hasNil = true;
      return had;
    }
    if (this.#count >= this.#slots * FULL) this.#grow();
    return this.#put(words);
  }

  /** Forgets all of them, and keeps the room that they took. */
  clear(): void {
    this.#table.fill(0);
    this.#count = 0;
    this.#hasNil = false;
  }

  #put(words: UuidWords): boolean {
    let slot = hashOf(words) % this.#slots;
    for (;;) {
      const at = slot * WORDS;
      if (this.#holds(at, words)) return true;
      if (this.#holds(at, NIL)) {
        this.#table.set(words, at);
        this.#count += 1;
        return false;
      }
      slot = (slot + 1) % this.#slots;
    }
  }

  #holds(at: number, [a, b, c, d]: UuidWords): boolean {
    const table = this.#table;
    return table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d;
  }

  #grow(): void {
    const old = this.#table;
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * WORDS);
    this.#count = 0;
    for (let at = 0; at < old.length; at += WORDS) {
      const [a = 0, b = 0, c = 0, d = 0] = old.subarray(at, at + WORDS);
      if (a !== 0 || b !== 0 || c !== 0 || d !== 0) this.#put([a, b, c, d]);
    }
  }
}

const NIL: UuidWords = [0, 0, 0, 0];

/** 32 bits. What is drawn by lot differs from one kind of UUID to the other; mixing all words serves every kind. */
export function hashOf([a, b, c, d]: UuidWords): number {
  let hash = a;
  for (const word of [b, c, d]) hash = (Math.imul(hash, 0x9e3779b1) ^ word) >>> 0;
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
}
