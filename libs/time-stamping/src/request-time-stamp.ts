import { randomBytes } from 'node:crypto';
import { isRefusal, type Refusal, RefusalError } from '#kernel';
import { refuse } from './refusals.ts';
import { encodeRequest } from './time-stamp-request.ts';
import { MAX_RESPONSE } from './time-stamp-response.ts';
import { type TimeStamp, verifyTimeStamp } from './verify-time-stamp.ts';

export interface TimeStampRequest {
  /** Address of the authority, http or https. */
  readonly url: string;
  readonly message: Uint8Array;
  /** Certificates in PEM form that are trusted; without them nobody checks here who the authority is. */
  readonly trusted?: string | undefined;
  readonly timeoutMs?: number;
  /** Ends the request when somebody cannot wait. */
  readonly signal?: AbortSignal;
}

/** A time-stamp and the answer of the authority, which is what is kept to check it again. */
export interface ObtainedTimeStamp extends TimeStamp {
  readonly response: Uint8Array;
}

const TIMEOUT_MS = 10_000;
const NONCE_BYTES = 8;

/**
 * Asks a time-stamping authority over HTTP (RFC 3161, section 3.4) and checks what it answers. Sends a digest of the
 * message, never the message. Refusals: `time-stamp-unavailable`, and those of `verifyTimeStamp`.
 */
export async function requestTimeStamp(request: TimeStampRequest): Promise<ObtainedTimeStamp | Refusal> {
  const { message, trusted } = request;
  const nonce = BigInt(`0x${randomBytes(NONCE_BYTES).toString('hex')}`);
  const response = await ask(request, encodeRequest(message, nonce)).catch(unavailable);
  if (isRefusal(response)) return response;
  const stamp = verifyTimeStamp(response, message, { trusted, nonce });
  return isRefusal(stamp) ? stamp : { ...stamp, response };
}

async function ask(
  { url, timeoutMs = TIMEOUT_MS, signal }: TimeStampRequest,
  query: Uint8Array,
): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/timestamp-query',
      accept: 'application/timestamp-reply',
      // A connection kept since the last seal may end under the next request.
      connection: 'close',
    },
    body: Buffer.from(query),
    // Who is asked is a decision of the operator.
    redirect: 'manual',
    signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
  });
  const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (!answer.ok || type !== 'application/timestamp-reply') {
    await answer.body?.cancel();
    throw refuse(
      'time-stamp-unavailable',
      `The time-stamping authority answered ${answer.status} ${type ?? 'without a type'}: expected 200 application/timestamp-reply.`,
    );
  }
  return limited(answer.body);
}

/** The whole body, or a refusal as soon as it is too long. */
async function limited(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > MAX_RESPONSE) {
      const message = `The answer of the time-stamping authority is longer than ${MAX_RESPONSE} bytes.`;
      throw refuse('time-stamp-unavailable', message);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unavailable(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  const { message, cause } = error as { message?: string; cause?: { message?: string } };
  const reason = [message, cause?.message].filter(Boolean).join(': ') || String(error);
  return refuse('time-stamp-unavailable', `The time-stamping authority did not answer: ${reason}.`).refusal;
}
