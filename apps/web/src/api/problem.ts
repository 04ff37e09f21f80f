/** Why the ledger did not do what was asked: a problem answer (RFC 9457) with a stable code. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  /** The whole answer: field errors, shortfall, line and what else belongs to the code. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Names the request in the logs of the service. */
  readonly reference: string | undefined;
  /** How long to wait before it is asked again, where the answer said so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    status: number,
    body: Readonly<Record<string, unknown>>,
    {
      reference,
      retryAfter,
    }: { readonly reference?: string | null; readonly retryAfter?: string | null } = {},
  ) {
    super(textOf(body['detail']) ?? textOf(body['title']) ?? `HTTP ${status}`);
    this.status = status;
    this.code = textOf(body['code']) ?? 'unknown';
    this.body = body;
    this.reference = reference ?? undefined;
    this.retryAfterMs = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : undefined;
  }

  /** Whether the ledger itself said it, and not what stands before it, such as a proxy. */
  get isOfLedger(): boolean {
    return textOf(this.body['type'])?.startsWith('urn:obligo:refusal:') === true;
  }

  /** Nobody is signed in, or the session ended. */
  get isSignedOut(): boolean {
    return this.status === 401;
  }

  get isForbidden(): boolean {
    return this.status === 403;
  }
}

/** Why an answer cannot be shown. One that is there stays in sight while its person signs in again. */
export const failureOf = ({
  error,
  data,
}: {
  readonly error: Error | null;
  readonly data: unknown;
}): Error | null => (error instanceof ApiProblem && error.isSignedOut && data !== undefined ? null : error);

/** The ledger was not reached, or its answer did not arrive: what was sent may be recorded. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
