import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DOCS_POLICY, isDocs, PAGE_POLICY } from './content-security-policy.ts';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

const OF_PAGES = headersUnder(PAGE_POLICY);
const OF_DOCS = headersUnder(DOCS_POLICY);

/** Names of the headers that every answer has. */
export const SECURITY_HEADERS: ReadonlySet<string> = new Set(Object.keys(OF_PAGES));

/** What a browser may do with an answer, said on every one, refusals and unknown addresses included. */
export function sendSecurityHeaders(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, next) => {
    void reply.headers(isDocs(request.routeOptions.url ?? '') ? OF_DOCS : OF_PAGES);
    // Over plain HTTP the header means nothing, and said to a browser at a loopback address it would lock it out.
    if (request.protocol === 'https') {
      void reply.header('strict-transport-security', `max-age=${YEAR_IN_SECONDS}`);
    }
    // Figures of the ledger are kept by nobody on the way, nor by the browser of a shared desk.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    next();
  });
}

/** What Helmet says under a policy: the same on every answer, so it is asked once. */
function headersUnder(directives: Readonly<Record<string, string[]>>): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const apply = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
  });
  apply(request, response, () => undefined);
  const said = Object.entries(response.getHeaders());
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}
