const FIRST_SLOTS = 1024;
/** Part of the slots that are taken before there are more. */
const FULL = 0.75;

/** Numbers under hashes of 32 bits, 8 bytes a slot. A hash may stand for several numbers. */
export class NumbersByHash {
  /** Hash and number + 1 of each slot; 0 stands for no number. */
  #table = new Uint32Array(FIRST_SLOTS * 2);
  #slots = FIRST_SLOTS;
  #count = 0;

  /** Adds a number from 0, unless it stands under the hash already. */
  add(hash: number, number: number): void {
    for (const other of this.of(hash)) if (other === number) return;
    if (this.#count >= this.#slots * FULL) this.#grow();
    this.#put(hash, number + 1);
    this.#count += 1;
  }

  /** The numbers under a hash. */
  *of(hash: number): Generator<number> {
    for (let slot = hash % this.#slots; ; slot = (slot + 1) % this.#slots) {
      const held = this.#table[slot * 2 + 1] ?? 0;
      if (held === 0) return;
      if (this.#table[slot * 2] === hash) yield held - 1;
    }
  }

  #put(hash: number, held: number): void {
    let slot = hash % this.#slots;
    while (this.#table[slot * 2 + 1] !== 0) slot = (slot + 1) % this.#slots;
    this.#table[slot * 2] = hash;
    this.#table[slot * 2 + 1] = held;
  }

  #grow(): void {
    const old = this.#table;
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [hash = 0, held = 0] = [old[at], old[at + 1]];
      if (held !== 0) this.#put(hash, held);
    }
  }
}
