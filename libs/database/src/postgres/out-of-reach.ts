import { codeOf, isUnavailable, UnknownCommit } from '#postgres';

/** No room, a statement or a lock that took too long, a fault of the system, and a server that became a copy of another. */
const NOT_NOW = /^(?:53...|55P03|57014|58...|25006)$/;

/** What the client library throws without a code when no answer came in time. */
const NO_ANSWER = /query read timeout/i;

/** Whether the server cannot answer now; nothing is wrong with what was asked. */
export function isOutOfReach(error: unknown): boolean {
  if (error instanceof UnknownCommit || isUnavailable(error)) return true;
  const code = codeOf(error);
  return code === undefined ? error instanceof Error && NO_ANSWER.test(error.message) : NOT_NOW.test(code);
}
