import type { Instant } from '#kernel';

/** One question to the ledger and how it was answered. Holds no body, no header and no secret. */
export interface Reading {
  readonly at: Instant;
  /** Name of the account; `nobody` for those who were not signed in. */
  readonly who: string;
  /** How they were known: session, token, bearer, local; none. */
  readonly via: string;
  /** Network address that the question came from. */
  readonly address: string;
  /** The operation, by its identity in the API: `journal`, `quarterlyReport`. */
  readonly route: string;
  readonly method: string;
  /** Path of the URL, which names single things: an event, a project. */
  readonly path: string;
  /** Query of the URL without its question mark, as it was sent. */
  readonly query: string;
  /** Position of the log up to which the answer shows what was known. */
  readonly position?: string | undefined;
  /** Form of what was shown: json, csv, table; absent where nothing was. */
  readonly format?: string | undefined;
  /** HTTP status. */
  readonly status: number;
  /** Bytes of the body; absent where it was not known beforehand. */
  readonly bytes?: number | undefined;
}

/** A reading with its number: rising, never given twice. */
export interface RecordedReading extends Reading {
  readonly reading: string;
}

export interface ReadingFilter {
  /** Not before this moment. */
  readonly since?: Instant | undefined;
  /** Not after this moment. */
  readonly until?: Instant | undefined;
  readonly who?: string | undefined;
  readonly route?: string | undefined;
}

export interface ReadingPage extends ReadingFilter {
  /** Only what stands before this reading, which was the last of the page before. */
  readonly before?: bigint | undefined;
  readonly limit: number;
}

/** Characters that are kept of a text; whoever asks does not decide how large the log grows. */
const LONGEST = {
  who: 64,
  via: 32,
  address: 64,
  route: 128,
  method: 16,
  path: 512,
  query: 2_000,
  position: 20,
  format: 16,
} as const;

/** The text as it is kept: what is cut ends in an ellipsis. */
export function kept(field: keyof typeof LONGEST, text: string): string {
  const most = LONGEST[field];
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
