import { fnv1a } from '#kernel/folding';

/** One bit for each of 2^25 hashes: 4 MiB, in which a million keys leave 97 of 100 bits clear, ten million three of four. */
const BITS = 25;

/**
 * Which keys were seen: no for certain, or perhaps. While everything is built anew, most keys are new, and need not be
 * looked for in the tables.
 */
export class SeenKeys {
  readonly #bits = new Uint32Array(2 ** (BITS - 5));

  add(key: string): void {
    const bit = bitOf(key);
    const word = bit >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (bit & 31));
  }

  has(key: string): boolean {
    const bit = bitOf(key);
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }
}

const bitOf = (key: string): number => fnv1a(key) >>> (32 - BITS);
