import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { messageOf } from '#kernel/folding';
import { flagsOf, programBeside } from '../../program-beside.ts';
import { type Answer, type Order, READY } from './orders.ts';

const ENTRY = programBeside('writing-thread', import.meta.url);

/** One append in the thread; what is told and asked goes to the very thread that has its first rows, or nowhere. */
export interface Session {
  tell(order: Extract<Order, { kind: 'rows' }>): void;
  /** Ends the append; `unsure` when the thread ended meanwhile. */
  ask(order: Exclude<Order, { kind: 'rows' }>): Promise<Answer>;
}

/** The thread that writes long appends into a ledger file, begun when there is the first. It keeps no process from ending. */
export class BesideWriter {
  readonly #file: string;
  #running: Running | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Begins an append; the one before it has been answered. */
  begin(): Session {
    if (!this.#running || this.#running.hasEnded) this.#running = new Running(this.#file);
    return this.#running;
  }

  /** Lets go of the file. What is under way is undone. */
  async close(): Promise<void> {
    await this.#running?.close();
  }
}

class Running implements Session {
  readonly #thread: Worker;
  #waiting: ((answer: Answer) => void) | undefined;
  #isReady = false;
  #hasEnded = false;

  constructor(file: string) {
    const thread = new Worker(ENTRY, { execArgv: flagsOf(ENTRY), workerData: { file } });
    this.#thread = thread;
    thread.unref();
    let cause = 'the thread that writes has ended';
    thread.on('message', (answer: Answer | typeof READY) => {
      if (answer === READY) this.#isReady = true;
      else this.#answer(answer);
    });
    thread.on('error', (error) => (cause = messageOf(error)));
    thread.once('exit', () => {
      this.#hasEnded = true;
      // What has not opened the file has written nothing.
      this.#answer(this.#isReady ? { kind: 'unsure', cause } : { kind: 'undone' });
    });
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  tell(order: Extract<Order, { kind: 'rows' }>): void {
    this.#thread.postMessage(order);
  }

  ask(order: Exclude<Order, { kind: 'rows' }>): Promise<Answer> {
    // It ended before it was told to commit.
    if (this.#hasEnded) return Promise.resolve({ kind: 'undone' });
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#waiting = resolve;
    // Whoever waits for an answer keeps the process going.
    this.#thread.ref();
    this.#thread.postMessage(order);
    return promise;
  }

  async close(): Promise<void> {
    if (this.#hasEnded) return;
    this.#thread.ref();
    const ended = once(this.#thread, 'exit');
    this.#thread.postMessage('close');
    await ended;
  }

  #answer(answer: Answer): void {
    this.#thread.unref();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(answer);
  }
}
