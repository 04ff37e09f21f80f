/** Who waits for an event to arrive in the copy, by its identity: nobody else is woken. */
export class Arrivals {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Resolves with true when the event arrives, with false when the time is over or the signal aborts. */
  async of(eventId: string, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const arrived = (): void => resolve(true);
    const over = (): void => resolve(false);
    const waiting = this.#waiting.get(eventId) ?? new Set();
    this.#waiting.set(eventId, waiting.add(arrived));
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener('abort', over);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      waiting.delete(arrived);
      if (waiting.size === 0) this.#waiting.delete(eventId);
    }
  }

  tell(eventIds: readonly string[]): void {
    if (this.#waiting.size === 0) return;
    for (const id of eventIds) for (const arrived of this.#waiting.get(id) ?? []) arrived();
  }
}
