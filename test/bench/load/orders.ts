/** What a load generator is to send. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text with places for a number that no other request has, each written as `NUMBER`. */
  readonly body: string;
}

/** A run of twelve characters in headers and body, replaced by the number of the request. */
export const NUMBER = '{{ number }}';

interface CommonOrders {
  readonly host: string;
  readonly port: number;
  /** Connections take them in turn: the first takes the first, and so on. */
  readonly requests: readonly Request[];
  /** The number of the first request; the next ones count on. */
  readonly firstNumber: number;
  /** Time in which nothing is counted yet. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** As many requests as so many connections get answered, each sending the next one when it has its answer. */
export interface ClosedLoop extends CommonOrders {
  readonly loop: 'closed';
  readonly connections: number;
}

/**
 * So many requests a second, come what may: each has a moment at which it is to be sent, and its latency counts from
 * that moment, also when no connection was free. So a server that stalls is charged for all who waited.
 */
export interface OpenLoop extends CommonOrders {
  readonly loop: 'open';
  readonly rate: number;
  /** At most so many at once; later ones wait, and their clocks run. */
  readonly connections: number;
}

export type Orders = ClosedLoop | OpenLoop;

/** Milliseconds, from a histogram with three exact digits (HDR). */
export interface Latency {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

export interface LoadResult {
  /** Answers a second, of any status. */
  readonly perSecond: number;
  /** How many answers of each status came in the counted time. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly latency: Latency;
  /** The numbers of all requests that were answered with success, warm-up included. */
  readonly acknowledged: readonly number[];
  /** Requests whose connection broke before the answer came. */
  readonly broken: number;
  /** Answers of status 503 that carried `Retry-After`. */
  readonly retryAfter: number;
  /** The body of the last answer that was no success, to tell what went wrong. */
  readonly lastRefusal?: string;
}
