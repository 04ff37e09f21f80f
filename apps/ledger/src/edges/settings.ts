/** What stands between the network and the routes; all of it is off where the service is asked in process. */
export interface EdgeSettings {
  /** Serves HTTPS with this certificate chain and key, both PEM. */
  readonly tls?: TlsPair;
  /** Addresses and CIDR ranges whose X-Forwarded headers are believed. */
  readonly trustProxy: readonly string[];
  /** Origins whose pages may ask from a browser; exact, none by default. */
  readonly origins: readonly string[];
  readonly perMinute: RequestsPerMinute;
  /** Postings that may be in progress at once; no limit when 0 or absent. */
  readonly postingsAtOnce?: number;
  readonly times?: Partial<EdgeTimes>;
}

export interface TlsPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** How many requests are answered in one minute; 0 sets no limit. */
export interface RequestsPerMinute {
  readonly address: number;
  readonly identity: number;
}

/** Milliseconds after which a connection that does not get on is let go. */
export interface EdgeTimes {
  /** Until the headers of a request have arrived. */
  readonly headers: number;
  /** Until the whole request has arrived. */
  readonly request: number;
  /** Without a further request on a kept connection. */
  readonly keepAlive: number;
  /** Without a byte taken of an answer. */
  readonly answer: number;
}

export const DEFAULT_TIMES: EdgeTimes = {
  headers: 15_000,
  request: 60_000,
  keepAlive: 72_000,
  answer: 60_000,
};
