import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** What a page elsewhere may read of an answer beside its body. */
const EXPOSED = [
  'idempotency-replayed',
  'obligo-booked-at',
  'obligo-differences',
  'obligo-position',
  'obligo-projection',
  'obligo-query',
  'obligo-version',
  'retry-after',
];

/**
 * Lets pages of exactly these origins ask. They bring a token: a cookie of the web app counts for its own
 * pages only, so credentials are not allowed.
 */
export async function openToOrigins(instance: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const listed = new Set(origins);
  instance.addHook('onRoute', (route) => {
    // Preflights of listed origins never get as far as this route; to others it answers that there is nothing.
    if (route.url === '*' && route.method === 'OPTIONS') {
      route.config = { ...route.config, access: { open: true } } as NonNullable<typeof route.config>;
    }
  });
  await instance.register(cors, {
    origin: (origin, done) => done(null, origin !== undefined && listed.has(origin) ? origin : false),
    credentials: false,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'obligo-min-position'],
    exposedHeaders: EXPOSED,
    maxAge: 600,
  });
}
