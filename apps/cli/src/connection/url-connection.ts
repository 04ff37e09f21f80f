import { RefusalError, refusal } from '#kernel';
import { addressOf, type Connection, headersOf, type Reply, type Request } from './connection.ts';

/** Errors after which nothing was sent: nobody listens there, or there is no such place. */
const NOTHING_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A running ledger, reached over HTTP at an address without a slash at its end. */
export function connectToUrl(base: string, timeoutMs: number): Connection {
  async function ask(request: Request): Promise<Reply> {
    const { method, body } = request;
    const reply = await fetch(`${base}${addressOf(request)}`, {
      method,
      headers: headersOf(request),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A ledger sends nobody elsewhere; what is sent holds secrets.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await reply.text();
    if (!reply.headers.has('obligo-version')) throw notALedger(base);
    return { status: reply.status, headers: Object.fromEntries(reply.headers), text };
  }
  return {
    send(request) {
      const asked = ask(request).catch((error: unknown) => {
        if (isBroken(request, error)) return ask(request);
        throw error;
      });
      return asked.catch((error: unknown) => {
        throw error instanceof RefusalError ? error : unreachable(base, timeoutMs, request, error);
      });
    },
    close: () => Promise.resolve(),
  };
}

const codeOf = (error: unknown): string =>
  (error as { cause?: { code?: string } } | undefined)?.cause?.code ?? '';

const isTimeout = (error: unknown): boolean => (error as Error | undefined)?.name === 'TimeoutError';

/** A question whose connection broke: the other side may have closed one that was kept, just before it was used again. */
const isBroken = ({ method }: Request, error: unknown): boolean =>
  method === 'GET' &&
  !(error instanceof RefusalError) &&
  !isTimeout(error) &&
  !NOTHING_SENT.has(codeOf(error));

function unreachable(base: string, timeoutMs: number, { method }: Request, error: unknown): RefusalError {
  if (NOTHING_SENT.has(codeOf(error))) {
    const message = `No ledger answers at ${base}; expected a running one (npm start), or --data with its folder.`;
    return new RefusalError(refusal('unavailable', 'ledger-unreachable', message, { url: base }));
  }
  const happened = isTimeout(error)
    ? `did not answer within ${timeoutMs / 1000} s`
    : 'broke the connection off';
  const next =
    method === 'GET'
      ? 'ask again, or give it more time'
      : 'a posting may be recorded: repeat it under the same idempotency key';
  const message = `${base} ${happened}; ${next}.`;
  return new RefusalError(refusal('unavailable', 'answer-unknown', message, { url: base }));
}

function notALedger(base: string): RefusalError {
  const message = `What answers at ${base} is not a ledger; expected the address of one.`;
  return new RefusalError(refusal('invalid', 'not-a-ledger-address', message, { url: base }));
}
