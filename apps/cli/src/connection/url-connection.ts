import { RefusalError, refusal } from '#kernel';
import { addressOf, type Connection, headersOf } from './connection.ts';

/** A running ledger, reached over HTTP. */
export function connectToUrl(url: string, timeoutMs: number): Connection {
  const base = url.replace(/\/+$/, '');
  return {
    async send(request) {
      const { method, body } = request;
      try {
        const reply = await fetch(`${base}${addressOf(request)}`, {
          method,
          headers: headersOf(request),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(timeoutMs),
        });
        return { status: reply.status, headers: Object.fromEntries(reply.headers), text: await reply.text() };
      } catch (error) {
        throw unreachable(base, timeoutMs, error);
      }
    },
    close: () => Promise.resolve(),
  };
}

function unreachable(base: string, timeoutMs: number, error: unknown): RefusalError {
  const timedOut = (error as Error | undefined)?.name === 'TimeoutError';
  const message = timedOut
    ? `${base} did not answer within ${timeoutMs / 1000} s; a posting may be recorded: ask again with the same idempotency key.`
    : `No ledger answers at ${base}; expected a running one (npm start), or --data with its folder.`;
  return new RefusalError(refusal('unavailable', 'ledger-unreachable', message, { url: base }));
}
