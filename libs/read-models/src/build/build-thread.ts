import { type ResourceLimits, Worker } from 'node:worker_threads';
import { flagsOf } from '#event-store/folding';
import { UnreadableEvent } from '#kernel/folding';
import { ProjectionStopped } from '../projection-stopped.ts';
import type { BuildTask, BuildThreads, FromThread, ThreadStart, ToBase } from './build-task.ts';

/** A thread that does its share of a build, seen from outside. */
export class BuildThread {
  readonly task: BuildTask;
  readonly #worker: Worker;
  readonly #complete = Promise.withResolvers<undefined>();
  readonly #sealed = Promise.withResolvers<undefined>();
  readonly #onRead: () => void;
  #events = 0;

  constructor(
    { entry, data }: BuildThreads,
    { task, limits, onRead }: { task: BuildTask; limits: ResourceLimits; onRead: () => void },
  ) {
    this.task = task;
    this.#onRead = onRead;
    const start: ThreadStart = { task, data };
    this.#worker = new Worker(entry, { workerData: start, resourceLimits: limits, execArgv: flagsOf(entry) });
    // Whoever waits for one of them hears; what nobody waits for any more is no news.
    this.#complete.promise.catch(() => undefined);
    this.#sealed.promise.catch(() => undefined);
    this.#worker.on('message', (told: FromThread) => this.#hear(told));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`a thread that built read models ended with code ${code}`)),
    );
  }

  /** Events that it has read. */
  get events(): number {
    return this.#events;
  }

  /** Settles when its tables are as they should be. Rejects with `ProjectionStopped` or what made it fail. */
  complete(): Promise<void> {
    return this.#complete.promise;
  }

  /** Has the base take the rows of the other files, and bring its own to the disk. */
  seal(others: readonly BuildThread[]): Promise<void> {
    const order: ToBase = { paths: others.map(({ task }) => task.path) };
    this.#worker.postMessage(order);
    return this.#sealed.promise;
  }

  /** Settles when nothing of it is left; its file lies where it is. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(told: FromThread): void {
    switch (told.kind) {
      case 'read':
        this.#events = told.events;
        return this.#onRead();
      case 'stopped':
        return this.#fail(stopped(told));
      case 'complete':
        return this.#complete.resolve(undefined);
      case 'sealed':
        return this.#sealed.resolve(undefined);
    }
  }

  #fail(error: unknown): void {
    this.#complete.reject(error);
    this.#sealed.reject(error);
  }
}

const stopped = ({
  at,
  readModel,
  detail,
  isUnreadable,
}: FromThread & { kind: 'stopped' }): ProjectionStopped =>
  new ProjectionStopped(at, isUnreadable ? new UnreadableEvent(detail) : new Error(detail), readModel);
