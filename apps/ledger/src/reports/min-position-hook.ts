import type { FastifyInstance } from 'fastify';
import { ProjectionStopped } from '#read-models';
import { identityIn } from '../access/identity.ts';
import type { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { headerOf } from '../http/posting-context.ts';
import { reachPosition } from './reach-position.ts';

/** Header by which a client says which position it was told last. */
const MIN_POSITION = 'obligo-min-position';

/**
 * Lets whoever has written something read it from any process of the ledger: a request that names the position of a
 * receipt is answered when that can be read here. Only those who were let in may wait. Refuses with
 * `position-not-reached` or `position-malformed`.
 */
export function waitForPositions(fastify: FastifyInstance, ledger: EmbeddedLedger): void {
  fastify.addHook('preHandler', (request, _, next) => {
    const asked = headerOf(request.headers[MIN_POSITION]);
    if (asked === undefined || !identityIn(request)) next();
    else
      reachPosition(ledger, asked).then(
        () => next(),
        (error: unknown) => {
          // What is posted is decided on the log, whether the read models move or not.
          if (error instanceof ProjectionStopped && request.method !== 'GET') next();
          else next(error as Error);
        },
      );
  });
}
