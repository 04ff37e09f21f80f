import { fnv1a } from '#kernel';

const FIRST_SLOTS = 1024;
/** Part of the slots that are taken before there are more. */
const FULL = 0.75;

/**
 * Numbers of things by their names, which lie elsewhere with the things: by a hash of 32 bits in memory, 11 to 22 bytes each.
 */
export class NumbersByName {
  /** Hash and number + 1 of each slot; 0 stands for no number. */
  #table = new Uint32Array(FIRST_SLOTS * 2);
  #slots = FIRST_SLOTS;
  #count = 0;

  /** Adds a number from 0, unless it stands under the name already. */
  add(name: string, number: number): void {
    const hash = fnv1a(name);
    for (const other of this.#under(hash)) if (other === number) return;
    if (this.#count >= this.#slots * FULL) this.#grow();
    this.#put(hash, number + 1);
    this.#count += 1;
  }

  /** The row with the name. `rowOf` reads that of a number; several numbers may have to be looked at. */
  find<Row extends Named>(name: string, rowOf: (number: number) => Row | undefined): Row | undefined {
    for (const number of this.#under(fnv1a(name))) {
      const row = rowOf(number);
      if (row?.name === name) return row;
    }
    return undefined;
  }

  *#under(hash: number): Generator<number> {
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

interface Named {
  readonly name: string;
}
