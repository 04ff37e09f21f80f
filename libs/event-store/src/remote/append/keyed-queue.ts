/**
 * Runs things one after the other where they share a key, in the order in which they came; those that share none run
 * side by side. All keys are taken at once, so that nobody waits in a circle.
 */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = Promise.all(keys.flatMap((key) => this.#tails.get(key) ?? []));
    const running = before.then(work);
    const settled = running.catch(() => undefined);
    for (const key of keys) this.#tails.set(key, settled);
    void settled.then(() => {
      for (const key of keys) if (this.#tails.get(key) === settled) this.#tails.delete(key);
    });
    return running;
  }

  /** Resolves when all that was given is done. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
