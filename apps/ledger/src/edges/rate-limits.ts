import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../http/refusals.ts';
import type { RequestsPerMinute } from './settings.ts';

/** Whom the request comes from, once that is known. */
export type WhoOf = (request: FastifyRequest) => string | undefined;

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** Postings to open routes try passwords and codes, each of which costs the service much work. */
const ATTEMPTS = 60;

const MINUTE = 60_000;

/**
 * Limits requests per address before anything else is done for them, and per identity as soon as it is
 * known: after all `onRequest` hooks, before a body is read. Unknown addresses of the service count, too.
 */
export async function limitRates(
  instance: FastifyInstance,
  perMinute: RequestsPerMinute,
  whoOf: WhoOf,
): Promise<void> {
  await instance.register(rateLimit, { global: false });
  const { address, identity } = perMinute;
  if (address > 0) {
    const all = instance.createRateLimit({ max: address, timeWindow: MINUTE });
    const attempts = instance.createRateLimit({ max: Math.min(ATTEMPTS, address), timeWindow: MINUTE });
    instance.addHook('onRequest', async (request) => {
      await held(all, request, 'This address asks too often');
      if (isAttempt(request)) await held(attempts, request, 'This address tries to sign in too often');
    });
  }
  if (identity > 0) {
    const keyGenerator = (request: FastifyRequest) => whoOf(request) ?? '';
    const own = instance.createRateLimit({ max: identity, timeWindow: MINUTE, keyGenerator });
    instance.addHook('preParsing', async (request) => {
      if (whoOf(request) !== undefined) await held(own, request, 'You ask too often');
    });
  }
}

async function held(limiter: Limiter, request: FastifyRequest, what: string): Promise<void> {
  const seen = await limiter(request);
  if (seen.isAllowed || !seen.isExceeded) return;
  throw refuse(
    'too-many-requests',
    `${what}: expected at most ${seen.max} requests a minute, try again in ${seen.ttlInSeconds} s.`,
    { retryAfterMs: seen.ttl },
  );
}

function isAttempt({ method, routeOptions }: FastifyRequest): boolean {
  const { access } = routeOptions.config as { readonly access?: { readonly open?: boolean } };
  return method === 'POST' && access?.open === true;
}
