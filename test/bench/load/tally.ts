import { build } from 'hdr-histogram-js';
import type { Answer } from './connection.ts';
import type { LoadResult } from './orders.ts';

const MICROSECONDS = 1000;
const LONGEST = 120_000_000;

/** Counts answers and how long they took. */
export class Tally {
  /** In microseconds, three exact digits. */
  readonly #histogram = build({
    bitBucketSize: 32,
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST,
    numberOfSignificantValueDigits: 3,
  });
  readonly #statuses = new Map<number, number>();
  readonly #acknowledged: number[] = [];
  readonly #countFrom: number;
  #broken = 0;
  #retryAfter = 0;
  #lastRefusal: string | undefined;

  /** `countFrom`: answers to requests that were due before this moment only count as acknowledged. */
  constructor(countFrom: number) {
    this.#countFrom = countFrom;
  }

  answered(number: number, due: number, { status, retryAfter, body }: Answer): void {
    if (status < 300) this.#acknowledged.push(number);
    else this.#lastRefusal = body;
    if (due < this.#countFrom) return;
    if (retryAfter) this.#retryAfter += 1;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    const took = Math.round((performance.now() - due) * MICROSECONDS);
    this.#histogram.recordValue(Math.min(LONGEST, Math.max(1, took)));
  }

  broke(): void {
    this.#broken += 1;
  }

  result(until: number): LoadResult {
    const at = (part: number): number => this.#histogram.getValueAtPercentile(part) / MICROSECONDS;
    return {
      perSecond: (this.#histogram.totalCount * 1000) / (until - this.#countFrom),
      statuses: Object.fromEntries(this.#statuses),
      latency: {
        p50: at(50),
        p90: at(90),
        p99: at(99),
        p999: at(99.9),
        max: this.#histogram.maxValue / MICROSECONDS,
      },
      acknowledged: this.#acknowledged,
      broken: this.#broken,
      retryAfter: this.#retryAfter,
      ...(this.#lastRefusal === undefined ? {} : { lastRefusal: this.#lastRefusal }),
    };
  }
}
