/** Hands things from a producer to a consumer on this thread; a full one makes the producer wait. */
export class BoundedBuffer<T> {
  readonly #limit: number;
  #items: T[] = [];
  #changed = Promise.withResolvers<undefined>();
  #ended = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#items.length;
  }

  /** Resolves when there is room for more, or nobody takes any more. */
  async add(item: T): Promise<void> {
    this.#items.push(item);
    this.#wake();
    while (this.#items.length >= this.#limit && !this.#ended) await this.#changed.promise;
  }

  takeAll(): T[] {
    const items = this.#items;
    this.#items = [];
    if (items.length > 0) this.#wake();
    return items;
  }

  /** Resolves when there is something to take, or nothing will come any more. */
  async filled(): Promise<void> {
    while (this.#items.length === 0 && !this.#ended) await this.#changed.promise;
  }

  /** Lets all go who wait. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  #wake(): void {
    this.#changed.resolve(undefined);
    this.#changed = Promise.withResolvers();
  }
}
