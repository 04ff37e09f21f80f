import type { Refusal, RefusalKind } from '#kernel';

/** HTTP status by what the caller may do about the refusal. */
export const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  rule: 422,
  unauthenticated: 401,
  forbidden: 403,
  limited: 429,
  unavailable: 503,
  defect: 500,
};

/** A problem answer of RFC 9457; the refusal's facts are members of their own. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance?: string;
  readonly [fact: string]: unknown;
}

const TITLES: Readonly<Record<RefusalKind, string>> = {
  invalid: 'The input is not of the expected form',
  'not-found': 'It does not exist',
  conflict: 'It contradicts what is recorded',
  rule: 'A rule of the ledger forbids it',
  unauthenticated: 'It is not known who asks',
  forbidden: 'Who asks has no right to it',
  limited: 'Too much was asked in a short time',
  unavailable: 'The ledger cannot answer now',
  defect: 'The ledger failed',
};

export function problemOf({ kind, code, message, details }: Refusal, instance?: string): Problem {
  const members = {
    type: `urn:obligo:refusal:${code}`,
    title: TITLES[kind],
    status: STATUS[kind],
    detail: message,
    code,
    ...(instance === undefined ? {} : { instance }),
  };
  // Twice, so that the standard members come first and no fact can take their place.
  return { ...members, ...details, ...members };
}
