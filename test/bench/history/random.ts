import { createHash } from 'node:crypto';

/** Chance that repeats: the same seed gives the same numbers on every machine (sfc32). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: string) {
    const words = createHash('sha256').update(seed).digest();
    [this.#a, this.#b, this.#c] = [words.readInt32LE(0), words.readInt32LE(4), words.readInt32LE(8)];
    this.#counter = words.readInt32LE(12);
  }

  /** From 0 up to 1, without it. */
  next(): number {
    const mixed = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  pick<T>(all: readonly [T, ...T[]]): T {
    return all[this.between(0, all.length - 1)] ?? all[0];
  }

  /** One of several, each as often as its weight says. */
  weighted<T extends { readonly weight: number }>(all: readonly [T, ...T[]]): T {
    let left = this.next() * all.reduce((total, { weight }) => total + weight, 0);
    for (const each of all) if ((left -= each.weight) < 0) return each;
    return all[0];
  }

  /** Many small, few large, 1 on average: between a tenth and six times that. */
  skewed(): number {
    // Of three uniform numbers the sum is nearly normal; no function whose last bit depends on the platform is asked.
    const normal = (this.next() + this.next() + this.next() - 1.5) * 2;
    const power = 1 + normal * (0.75 + normal * (0.3 + normal * 0.08));
    return Math.min(6, Math.max(0.1, power / 1.3));
  }
}
