import { context, type Context, type Span, SpanStatusCode } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beginSpan, traceParentIn } from '#telemetry';
import { note, notedOf } from './request-facts.ts';

const FAILED = 500;

/**
 * Makes every request a span, below that of its caller where the caller says one, and runs it within. To be put before
 * all other hooks. Probes, and files of pages, which lie outside of the API, tell nothing.
 */
export function traceRequests(fastify: FastifyInstance): void {
  const open = new WeakMap<FastifyRequest, Context>();
  fastify.addHook('onRequest', (request, reply, next) => {
    const route = request.routeOptions.url;
    if (!route?.startsWith('/api/')) {
      next();
      return;
    }
    const begun = beginSpan(
      `${request.method} ${route}`,
      { 'http.request.method': request.method, 'http.route': route, 'obligo.request.id': request.id },
      { kind: 'server', parent: traceParentIn(request.headers['traceparent']) ?? null },
    );
    if (!begun) {
      next();
      return;
    }
    const { span, within } = begun;
    const { traceId } = span.spanContext();
    // A trace that the caller does not record leaves no mark in events.
    note(request.raw, span.isRecording() ? { traceId } : {});
    open.set(request, within);
    reply.raw.once('close', () => endOf(span, request, reply.statusCode));
    context.with(within, next);
  });
  // The body arrives by events of the socket, which belong to no request.
  fastify.addHook('preHandler', (request, _, next) => {
    const within = open.get(request);
    if (within) context.with(within, next);
    else next();
  });
}

function endOf(span: Span, { raw }: FastifyRequest, status: number): void {
  const { operation, refusal, position } = notedOf(raw);
  span.setAttributes({
    'http.response.status_code': status,
    ...(operation === undefined ? {} : { 'obligo.operation': operation }),
    ...(refusal === undefined ? {} : { 'error.type': refusal }),
    ...(position === undefined ? {} : { 'obligo.position': position }),
  });
  if (status >= FAILED) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
