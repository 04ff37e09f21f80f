/**
 * The COMMIT was sent and no answer came: the transaction may stand or not. Look before anything is sent again.
 */
export class UnknownCommit extends Error {
  constructor(cause: unknown) {
    super(`it is not known whether the transaction was committed: ${messageOf(cause)}`, { cause });
    this.name = 'UnknownCommit';
  }
}

/** Connection exceptions, too many connections, a server that stops, starts or was told to end the session. */
const UNAVAILABLE = /^(?:08...|53300|57P0[1-5])$/;
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What the client library throws without a code. */
const LOST =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i;

/** Whether the server could not be reached or let go of the connection: it may answer again later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (error instanceof UnknownCommit) return isUnavailable(error.cause);
  const code = codeOf(error);
  if (code !== undefined) return UNAVAILABLE.test(code) || SYSTEM.has(code);
  return error instanceof Error && LOST.test(error.message);
}

/** Whether two transactions stood in each other's way: the same one may succeed when it is run again. */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/** The SQLSTATE that the server gave, or the code of the system; nothing where there is none. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
