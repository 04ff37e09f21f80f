import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { DOCS_POLICY, isDocs, PAGE_POLICY } from './content-security-policy.ts';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** What a browser may do with an answer, said on every one, refusals and unknown addresses included. */
export async function sendSecurityHeaders(instance: FastifyInstance): Promise<void> {
  instance.addHook('onRoute', (route) => {
    if (!isDocs(route.url)) return;
    const helmetOfDocs = { contentSecurityPolicy: { useDefaults: false, directives: DOCS_POLICY } };
    route.config = { ...route.config, helmet: helmetOfDocs } as NonNullable<typeof route.config>;
  });
  await instance.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: PAGE_POLICY },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
  });
  instance.addHook('onRequest', async (request, reply) => {
    // Over plain HTTP the header means nothing, and said to a browser at a loopback address it would lock it out.
    if (request.protocol === 'https') {
      void reply.header('strict-transport-security', `max-age=${YEAR_IN_SECONDS}`);
    }
    // Figures of the ledger are kept by nobody on the way, nor by the browser of a shared desk.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
}
