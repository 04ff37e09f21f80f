/** Wakes those who follow the log when something was committed; counts, so that no ring is missed. */
export class CommitBell {
  #rings = 0;
  readonly #waiting = new Set<() => void>();

  /** How often it rang; read it before looking at the log. */
  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings += 1;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Resolves when it rang since `heard`, or when the signal aborts. */
  next(heard: number, signal: AbortSignal): Promise<void> {
    if (this.#rings !== heard || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
