import type { Instant } from '#kernel';

/** A posting that the ledger refused; never a dry run. */
export interface Attempt {
  readonly at: Instant;
  /** Name of the account. */
  readonly who: string;
  /** The operation, by its identity in the API: `commitmentMake`. */
  readonly operation: string;
  readonly organisation?: string | undefined;
  readonly fiscalYear?: string | undefined;
  readonly project?: string | undefined;
  /** Path of the URL. */
  readonly path: string;
  readonly idempotencyKey?: string | undefined;
  /** HTTP status. */
  readonly status: number;
  /** Code of the refusal. */
  readonly code: string;
  /** Its sentence. */
  readonly message: string;
  /** How much was missing, in baht, where money was. */
  readonly shortfall?: string | undefined;
  /** What was asked, as JSON; cut where it is long. */
  readonly body: string;
}

/** An attempt with its number: rising, never given twice. */
export interface RecordedAttempt extends Attempt {
  readonly attempt: string;
}

export interface AttemptFilter {
  readonly who?: string | undefined;
  readonly operation?: string | undefined;
  readonly code?: string | undefined;
  readonly project?: string | undefined;
  /** Any part of message, body or path, whatever the case of its Latin letters. */
  readonly text?: string | undefined;
  /** Not before this moment. */
  readonly since?: Instant | undefined;
  /** Not after this moment. */
  readonly until?: Instant | undefined;
}

export interface AttemptPage extends AttemptFilter {
  /** Only what stands before this attempt, which was the last of the page before. */
  readonly before?: bigint | undefined;
  readonly limit: number;
}

/** Characters that are kept of a text; whoever asks does not decide how large the file grows. */
const LONGEST = {
  who: 64,
  operation: 128,
  organisation: 64,
  fiscalYear: 8,
  project: 64,
  path: 512,
  idempotencyKey: 200,
  code: 64,
  message: 2_000,
  shortfall: 32,
  body: 16_000,
} as const;

/** Attempts that are kept of one person; the oldest of the same person go first, never another's. */
export const MOST_OF_ONE = 10_000;

/** The text as it is kept: what is cut ends in an ellipsis. */
export function kept(field: keyof typeof LONGEST, text: string | undefined): string | null {
  if (text === undefined) return null;
  const most = LONGEST[field];
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
