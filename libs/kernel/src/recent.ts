/**
 * What was used lately, by key, in bounded memory: two generations, of which the older is dropped as a whole when the
 * younger is full. Holds between `size` and twice as many entries.
 */
export class Recent<Key, Value> {
  readonly #size: number;
  readonly #keep: Keep<Key, Value> | undefined;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** With `keep`, what is dropped is handed over instead of lost. */
  constructor(size: number, keep?: Keep<Key, Value>) {
    this.#size = size;
    this.#keep = keep;
  }

  get(key: Key): Value | undefined {
    const found = this.#young.get(key);
    if (found !== undefined) return found;
    const older = this.#old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    this.#young.set(key, value);
    if (this.#young.size < this.#size) return;
    if (this.#keep && this.#old.size > 0) this.#keep(this.#dropped());
    this.#old = this.#young;
    this.#young = new Map();
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  /** Each entry once, in no order that means anything. */
  *[Symbol.iterator](): Generator<[Key, Value]> {
    yield* this.#dropped();
    yield* this.#young;
  }

  /** The older generation without what the younger holds too. */
  *#dropped(): Generator<[Key, Value]> {
    for (const entry of this.#old) if (!this.#young.has(entry[0])) yield entry;
  }
}

/** Takes entries that are dropped from memory, to be read to their end at once. */
type Keep<Key, Value> = (dropped: Iterable<readonly [Key, Value]>) => void;
