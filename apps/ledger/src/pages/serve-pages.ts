import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the build puts the web app: beside the compiled service. */
const BUILT = fileURLToPath(new URL('../../../web/', import.meta.url));

/** The folder of the web app; nothing where it was not built. */
export const builtPages = (): string | undefined =>
  existsSync(path.join(BUILT, '.vite/manifest.json')) ? BUILT : undefined;

/** Addresses that are never pages, whatever a browser hopes to get. */
const NO_PAGE = /^\/(?:api|health|docs|openapi|assets)(?:[/.?-]|$)/;

const isPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !NO_PAGE.test(url) && (headers.accept ?? '').includes('text/html');

/**
 * Serves the web app from the origin of the ledger: its files as they were packed when it was built, and for every
 * address of a page the one document that makes it.
 */
export async function servePages(fastify: FastifyInstance, folder: string): Promise<void> {
  const config = { access: { open: true } };
  await fastify.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...config };
    });
    await scope.register(fastifyStatic, {
      root: path.join(folder, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
      preCompressed: true,
      index: false,
      // Their names change with their content.
      maxAge: '365d',
      immutable: true,
    });
  });
  await fastify.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  const sendFile = (reply: FastifyReply, file: string) =>
    reply.header('cache-control', 'no-cache').sendFile(file, folder);
  fastify.get('/', { config }, (_request, reply) => sendFile(reply, 'index.html'));
  fastify.get('/obligo.svg', { config }, (_request, reply) => sendFile(reply, 'obligo.svg'));
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404 && isPage(request)) return sendFile(reply, 'index.html');
    return undefined;
  });
}
