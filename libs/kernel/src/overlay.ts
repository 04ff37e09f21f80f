/**
 * A map on top of another one that stays as it is: what is set goes into the upper one, and a value is copied when it is
 * first read, so that whoever changes it in place changes the copy. Making one costs the same whatever lies below; walking
 * through it, or deleting what lies below, copies all of it once.
 */
export class OverlayMap<Key, Value> extends Map<Key, Value> {
  #below: Map<Key, Value> | undefined;
  readonly #copy: (value: Value) => Value;
  #added = 0;

  constructor(below: Map<Key, Value>, copy: (value: Value) => Value) {
    super();
    this.#below = below;
    this.#copy = copy;
  }

  override get size(): number {
    return this.#below ? this.#below.size + this.#added : super.size;
  }

  override has(key: Key): boolean {
    return super.has(key) || (this.#below?.has(key) ?? false);
  }

  override get(key: Key): Value | undefined {
    const own = super.get(key);
    if (own !== undefined || !this.#below) return own;
    const found = this.#below.get(key);
    if (found === undefined) return undefined;
    const copied = this.#copy(found);
    super.set(key, copied);
    return copied;
  }

  override set(key: Key, value: Value): this {
    if (this.#below && !this.has(key)) this.#added += 1;
    return super.set(key, value);
  }

  override delete(key: Key): boolean {
    if (!this.has(key)) return false;
    this.#flatten();
    return super.delete(key);
  }

  override clear(): void {
    this.#below = undefined;
    super.clear();
  }

  override forEach(each: (value: Value, key: Key, map: Map<Key, Value>) => void): void {
    this.#flatten();
    super.forEach(each);
  }

  override keys(): MapIterator<Key> {
    this.#flatten();
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.#flatten();
    return super.values();
  }

  override entries(): MapIterator<[Key, Value]> {
    this.#flatten();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  /** Puts all that was set into the map below and gives that one; this one is not used any more. */
  settled(): Map<Key, Value> {
    const below = this.#below;
    if (!below) return this;
    for (const [key, value] of super.entries()) below.set(key, value);
    return below;
  }

  /** Takes everything over, in the order that the map below would have with the same changes. */
  #flatten(): void {
    const below = this.#below;
    if (!below) return;
    this.#below = undefined;
    const own = new Map(super.entries());
    super.clear();
    for (const [key, value] of below) super.set(key, own.get(key) ?? this.#copy(value));
    for (const [key, value] of own) super.set(key, value);
  }
}

/** A set on top of another one that stays as it is. Making one costs the same whatever lies below. */
export class OverlaySet<Value> extends Set<Value> {
  #below: Set<Value> | undefined;

  constructor(below: Set<Value>) {
    super();
    this.#below = below;
  }

  override get size(): number {
    return super.size + (this.#below?.size ?? 0);
  }

  override has(value: Value): boolean {
    return super.has(value) || (this.#below?.has(value) ?? false);
  }

  override add(value: Value): this {
    return this.#below?.has(value) ? this : super.add(value);
  }

  override delete(value: Value): boolean {
    if (!this.has(value)) return false;
    this.#flatten();
    return super.delete(value);
  }

  override clear(): void {
    this.#below = undefined;
    super.clear();
  }

  override forEach(each: (value: Value, again: Value, set: Set<Value>) => void): void {
    this.#flatten();
    super.forEach(each);
  }

  override keys(): SetIterator<Value> {
    return this.values();
  }

  override values(): SetIterator<Value> {
    this.#flatten();
    return super.values();
  }

  override entries(): SetIterator<[Value, Value]> {
    this.#flatten();
    return super.entries();
  }

  override [Symbol.iterator](): SetIterator<Value> {
    return this.values();
  }

  /** Puts all that was added into the set below and gives that one; this one is not used any more. */
  settled(): Set<Value> {
    const below = this.#below;
    if (!below) return this;
    for (const value of super.values()) below.add(value);
    return below;
  }

  #flatten(): void {
    const below = this.#below;
    if (!below) return;
    this.#below = undefined;
    const own = [...super.values()];
    super.clear();
    for (const value of below) super.add(value);
    for (const value of own) super.add(value);
  }
}
