import { type IdGenerator, RandomIdGenerator } from '@opentelemetry/sdk-trace';

/** Makes ids up, unless the next span was given one. */
export class FixedIds implements IdGenerator {
  readonly #random = new RandomIdGenerator();
  #next: string | undefined;

  /** Begins one span, with an id of its own where one is given. */
  with<T>(spanId: string | undefined, begin: () => T): T {
    this.#next = spanId;
    try {
      return begin();
    } finally {
      this.#next = undefined;
    }
  }

  generateTraceId(): string {
    return this.#random.generateTraceId();
  }

  generateSpanId(): string {
    return this.#next ?? this.#random.generateSpanId();
  }
}
