import type { OutgoingHttpHeader } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '#telemetry';
import type { AccessRule } from '../access/access.ts';
import { note, notedOf } from './request-facts.ts';

export interface RequestNotes {
  /** Who asks, as far as it is known. */
  whoOf(request: FastifyRequest): { readonly name: string } | undefined;
  /** What the route of the request asks for. */
  ruleOf(request: FastifyRequest): AccessRule | undefined;
  /** Name of the operation. */
  nameOf(request: FastifyRequest): string | undefined;
  readonly metrics?: Metrics | undefined;
}

const REFUSED = 400;

/** Notes of every answer what the log of the service says of it, and counts it. To be put after all that may change an answer. */
export function noteRequests(fastify: FastifyInstance, notes: RequestNotes): void {
  const { metrics } = notes;
  fastify.addHook('onSend', (request, reply, payload: unknown, next) => {
    const rule = notes.ruleOf(request);
    const refusal = reply.statusCode < REFUSED ? undefined : codeIn(reply, payload);
    note(request.raw, {
      actor: notes.whoOf(request)?.name,
      operation: notes.nameOf(request),
      posts: rule !== undefined && 'posts' in rule ? rule.posts : undefined,
      position: textOf(reply.getHeader('obligo-position')),
      refusal,
    });
    next();
  });
  if (!metrics) return;
  fastify.addHook('onResponse', async (request, reply) => {
    const { refusal } = notedOf(request.raw);
    if (refusal !== undefined) metrics.count('obligo_refusals_total', 1, { code: refusal });
    metrics.record('obligo_http_request_duration_seconds', reply.elapsedTime / 1000, {
      method: request.method,
      // The pattern, never the address: projects and documents stand in addresses.
      route: request.routeOptions.url ?? 'none',
      status: `${Math.floor(reply.statusCode / 100)}xx`,
    });
  });
}

const textOf = (header: OutgoingHttpHeader | undefined): string | undefined =>
  header === undefined ? undefined : String(header);

/** A code is a word of a known list; nothing else of a problem is looked at. */
const CODE = /^[a-z][a-z0-9-]{1,60}$/;

function codeIn(reply: FastifyReply, payload: unknown): string | undefined {
  if (!String(reply.getHeader('content-type') ?? '').startsWith('application/problem+json')) return undefined;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return undefined;
  try {
    const { code } = JSON.parse(payload.toString()) as { readonly code?: unknown };
    return typeof code === 'string' && CODE.test(code) ? code : undefined;
  } catch {
    return undefined;
  }
}
