/**
 * A refusal says why something was not done: a stable code for programs, a sentence for people,
 * and the facts (line, missing amount, expected form) as members of their own.
 */

/** What the caller may do about a refusal; decides the HTTP status and the exit code of the CLI. */
export type RefusalKind =
  /** The input is not of the expected form: correct it. */
  | 'invalid'
  /** It names something that does not exist. */
  | 'not-found'
  /** The input is well-formed, a rule of the ledger forbids it. */
  | 'rule'
  /** It contradicts what was recorded meanwhile or before: look again. */
  | 'conflict'
  /** It is not known who asks: sign in. */
  | 'unauthenticated'
  /** Who asks is known and has no right to it: ask an administrator. */
  | 'forbidden'
  /** Too much was asked in a short time: wait. */
  | 'limited'
  /** The ledger cannot answer now: try again later. */
  | 'unavailable'
  /** The ledger itself failed: tell its operator. */
  | 'defect';

/** Members that an answer about any problem has (RFC 9457), and the code; a fact of the same name would be lost. */
type MemberOfProblems = 'type' | 'title' | 'status' | 'detail' | 'instance' | 'code';

/** JSON-safe facts that belong to a refusal; amounts are decimal strings in baht. */
export type RefusalDetails = { readonly [name: string]: unknown } & {
  readonly [name in MemberOfProblems]?: never;
};

export interface Refusal {
  readonly refused: true;
  /** Stable, kebab-case; never reused for another meaning. */
  readonly code: string;
  readonly kind: RefusalKind;
  /** One sentence: what, where, and what was expected. */
  readonly message: string;
  readonly details: RefusalDetails;
}

export function refusal(
  kind: RefusalKind,
  code: string,
  message: string,
  details: RefusalDetails = {},
): Refusal {
  return { refused: true, kind, code, message, details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

/** Carries a refusal through code that cannot return it; the edges turn it into a problem answer. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(value: Refusal) {
    super(value.message);
    this.name = 'RefusalError';
    this.refusal = value;
  }
}

/** The value, or its refusal thrown. For edges and tests; deciders return refusals. */
export function orThrow<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new RefusalError(value);
  return value;
}
