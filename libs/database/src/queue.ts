/** Does one piece of work after the other, in the order in which they were given. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  next<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
