/** One bit for 32 hashes: 16 MiB, in which ten million keys leave nine of ten bits clear. */
const BITS = 27;

/**
 * Which hashes of 32 bits were seen: no for certain, or perhaps. While everything is built anew, most keys are new, and
 * need not be looked for in the tables.
 */
export class SeenHashes {
  readonly #bits = new Uint32Array(2 ** (BITS - 5));

  add(hash: number): void {
    const bit = hash >>> (32 - BITS);
    const word = bit >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (bit & 31));
  }

  has(hash: number): boolean {
    const bit = hash >>> (32 - BITS);
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }
}
