import type { StoreObserver } from '../../observer.ts';
import type { Expected, FeedMessage, FollowOptions, LogClient, WireEvent, WireRecord } from './log-client.ts';
import { NoAnswer } from './log-client.ts';
import { pause, pauseBefore } from './time-limit.ts';

export interface PatienceOptions {
  /** For so many milliseconds a call without an answer is repeated. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  readonly observer: StoreObserver | undefined;
}

/**
 * Repeats a call that got no answer, exactly as it was: with the same identities and the same expected revision, by
 * which the server recognises what it has written already. Nothing is ever decided anew in between.
 */
export class PatientClient implements LogClient {
  readonly #client: LogClient;
  readonly #options: PatienceOptions;

  constructor(client: LogClient, options: PatienceOptions) {
    this.#client = client;
    this.#options = options;
  }

  canAppendAtomically(): Promise<boolean> {
    return this.#untilAnswered(() => this.#client.canAppendAtomically());
  }

  append(stream: string, expected: Expected, events: readonly WireEvent[]): Promise<void> {
    return this.#untilAnswered(() => this.#client.append(stream, expected, events));
  }

  appendAtomically(...given: Parameters<LogClient['appendAtomically']>): Promise<void> {
    return this.#untilAnswered(() => this.#client.appendAtomically(...given));
  }

  readStream(stream: string, from: bigint, limit: number): Promise<readonly WireRecord[]> {
    return this.#untilAnswered(() => this.#client.readStream(stream, from, limit));
  }

  readLast(stream: string): Promise<WireRecord | undefined> {
    return this.#untilAnswered(() => this.#client.readLast(stream));
  }

  follow(options: FollowOptions): AsyncIterable<FeedMessage> {
    return this.#client.follow(options);
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #untilAnswered<T>(call: () => Promise<T>): Promise<T> {
    const { patienceMs, signal, observer } = this.#options;
    const until = performance.now() + patienceMs;
    for (let repetition = 0; ; repetition += 1) {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof NoAnswer) || signal.aborted || performance.now() >= until) throw error;
        observer?.retried?.(error.reason);
      }
      await pause(pauseBefore(repetition), signal);
    }
  }
}
