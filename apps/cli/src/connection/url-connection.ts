import { RefusalError, refusal } from '#kernel';
import { addressOf, type Connection, headersOf } from './connection.ts';

/** Errors after which nothing was sent: nobody listens there, or there is no such place. */
const NOTHING_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A running ledger, reached over HTTP at an address without a slash at its end. */
export function connectToUrl(base: string, timeoutMs: number): Connection {
  return {
    async send(request) {
      const { method, body } = request;
      let reply: Response;
      let text: string;
      try {
        reply = await fetch(`${base}${addressOf(request)}`, {
          method,
          headers: headersOf(request),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          // A ledger sends nobody elsewhere; what is sent holds secrets.
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        text = await reply.text();
      } catch (error) {
        throw unreachable(base, timeoutMs, error);
      }
      if (!reply.headers.has('obligo-version')) throw notALedger(base);
      return { status: reply.status, headers: Object.fromEntries(reply.headers), text };
    },
    close: () => Promise.resolve(),
  };
}

function unreachable(base: string, timeoutMs: number, error: unknown): RefusalError {
  const code = (error as { cause?: { code?: string } } | undefined)?.cause?.code ?? '';
  if (NOTHING_SENT.has(code)) {
    const message = `No ledger answers at ${base}; expected a running one (npm start), or --data with its folder.`;
    return new RefusalError(refusal('unavailable', 'ledger-unreachable', message, { url: base }));
  }
  const timedOut = (error as Error | undefined)?.name === 'TimeoutError';
  const happened = timedOut ? `did not answer within ${timeoutMs / 1000} s` : 'broke the connection off';
  const message = `${base} ${happened}; a posting may be recorded: repeat it under the same idempotency key.`;
  return new RefusalError(refusal('unavailable', 'answer-unknown', message, { url: base }));
}

function notALedger(base: string): RefusalError {
  const message = `What answers at ${base} is not a ledger; expected the address of one.`;
  return new RefusalError(refusal('invalid', 'not-a-ledger-address', message, { url: base }));
}
