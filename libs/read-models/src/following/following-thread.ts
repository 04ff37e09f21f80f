import { Worker } from 'node:worker_threads';
import { flagsOf } from '#event-store/folding';
import type { FollowingEntry, FollowingStart, Order, Told } from './following-task.ts';

export interface FollowingThreadOptions extends Omit<FollowingStart, 'data'>, FollowingEntry {
  /** Hears why it ended, unless it was told to. */
  readonly onLost: (cause: Error) => void;
}

/** A thread that takes the log to the read models, seen from outside. One order at a time. */
export class FollowingThread {
  readonly #worker: Worker;
  #isReady = false;
  #cause: Error | undefined;
  #answered: ((told: Told | undefined) => void) | undefined;
  readonly #begun = Promise.withResolvers<undefined>();
  readonly #ended = Promise.withResolvers<undefined>();
  #isEnding = false;

  constructor({ entry, data, path, tellsPages, onLost }: FollowingThreadOptions) {
    const start: FollowingStart = { path, tellsPages, data };
    this.#worker = new Worker(entry, { workerData: start, execArgv: flagsOf(entry) });
    // It keeps no process from ending, unless somebody waits for its answer.
    this.#worker.unref();
    this.#worker.on('message', (told: Told) => this.#hear(told));
    this.#worker.on(
      'error',
      (error) => (this.#cause = error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.once('exit', (code) => {
      this.#isReady = false;
      this.#answer(undefined);
      this.#begun.resolve(undefined);
      this.#ended.resolve(undefined);
      if (!this.#isEnding) onLost(this.#cause ?? new Error(`it ended with code ${code}`));
    });
  }

  /** Whether it can be asked: it takes a while to begin, and may be lost at any time. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Settles when it can be asked, or never will be. */
  get begun(): Promise<unknown> {
    return this.#begun.promise;
  }

  /** Its answer; nothing when it was lost. */
  ask(order: Exclude<Order, 'end'>): Promise<Told | undefined> {
    if (!this.#isReady) return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers<Told | undefined>();
    this.#answered = resolve;
    this.#worker.ref();
    this.#worker.postMessage(order);
    return promise;
  }

  /** Settles when it has let go of every file. */
  async end(): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#worker.ref();
    if (this.#isReady) {
      this.#isReady = false;
      this.#worker.postMessage('end' satisfies Order);
      await this.#ended.promise;
    } else await this.#worker.terminate();
  }

  #hear(told: Told): void {
    if (told.kind !== 'ready') return this.#answer(told);
    this.#isReady = !this.#isEnding;
    this.#begun.resolve(undefined);
  }

  #answer(told: Told | undefined): void {
    const answered = this.#answered;
    this.#answered = undefined;
    this.#worker.unref();
    answered?.(told);
  }
}
