import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '#kernel';
import { postingRefusals } from '#posting';
import { ruleOf } from '../access/access.ts';
import { problemOf } from '../http/problem.ts';
import { withoutSecrets } from '../http/without-secrets.ts';

export interface WorkBounds {
  /** Postings that may be in progress at once; 0 sets no limit. */
  readonly postings: number;
  /** Bytes that the bodies of all requests in progress may have together. */
  readonly bodyBytes: number;
}

const MEBIBYTE = 1024 * 1024;
/** Eight of the largest tables that are taken over, or as many postings as anybody sends. */
export const DEFAULT_BODY_BYTES = 256 * MEBIBYTE;

/** When it is worth to ask again: what is in progress takes less. */
const RETRY_AFTER_MS = 1_000;

interface Held {
  readonly posting: boolean;
  readonly bytes: number;
}

/**
 * Turns postings away while too many are in progress, and bodies while too much of them is in memory: at once, before anything is
 * done for them, so that those inside are answered in time. What is turned away was not
 * recorded; it may be sent again.
 */
export function boundWork(instance: FastifyInstance, bounds: WorkBounds): void {
  const work = new WorkInProgress(bounds);
  instance.addHook('onRequest', (request, reply, next) => {
    if (work.hasRoomFor(request)) next();
    else turnAway(request, reply);
  });
  // Who may not post is sent away in between, and holds no place.
  instance.addHook('preParsing', (request, reply, _, next) => {
    if (!work.hasRoomFor(request)) turnAway(request, reply);
    else {
      work.begin(request);
      next();
    }
  });
  // Also where whoever asked is gone: the posting goes on until it is answered.
  instance.addHook('onSend', (request, _reply, _payload, next) => {
    work.end(request);
    next();
  });
}

/** What is held by requests from when their body is read until they are answered. */
class WorkInProgress {
  readonly #bounds: WorkBounds;
  readonly #held = new WeakMap<FastifyRequest, Held>();
  #postings = 0;
  #bytes = 0;

  constructor(bounds: WorkBounds) {
    this.#bounds = bounds;
  }

  hasRoomFor(request: FastifyRequest): boolean {
    const { postings, bodyBytes } = this.#bounds;
    if (postings > 0 && this.#postings >= postings && isPosting(request)) return false;
    return this.#bytes === 0 || this.#bytes + bytesOf(request) <= bodyBytes;
  }

  begin(request: FastifyRequest): void {
    const held = { posting: isPosting(request), bytes: bytesOf(request) };
    if (!held.posting && held.bytes === 0) return;
    this.#held.set(request, held);
    this.#postings += held.posting ? 1 : 0;
    this.#bytes += held.bytes;
  }

  end(request: FastifyRequest): void {
    const held = this.#held.get(request);
    if (held === undefined || !this.#held.delete(request)) return;
    this.#postings -= held.posting ? 1 : 0;
    this.#bytes -= held.bytes;
  }
}

function isPosting(request: FastifyRequest): boolean {
  const rule = ruleOf(request);
  return rule !== undefined && 'posts' in rule;
}

/** As it says itself, and never more than is taken; where it does not say, as much as it may have. */
function bytesOf({ headers, routeOptions: { bodyLimit } }: FastifyRequest): number {
  const { 'content-length': length, 'transfer-encoding': coding } = headers;
  if (length === undefined) return coding === undefined ? 0 : bodyLimit;
  return Math.min(Number(length) || 0, bodyLimit);
}

function turnAway(request: FastifyRequest, reply: FastifyReply): void {
  const { kind } = postingRefusals['ledger-busy'];
  const busy = refusal(
    kind,
    'ledger-busy',
    'More is in progress than the ledger takes at once; nothing was recorded.',
    { retryAfterMs: RETRY_AFTER_MS },
  );
  const problem = problemOf(busy, withoutSecrets(request.url));
  void reply
    .status(problem.status)
    .header('retry-after', Math.ceil(RETRY_AFTER_MS / 1000))
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify(problem)));
}
