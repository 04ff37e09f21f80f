import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../http/refusals.ts';
import { answerMalformed } from './malformed-requests.ts';
import { problemAnswer } from './problem-answer.ts';
import { DEFAULT_TIMES, type EdgeSettings } from './settings.ts';

const CHECKS_PER_TIME_OUT = 5;

/** Options of the Fastify adapter: how long a connection may take, TLS, who is believed about addresses. */
export function edgeOptions(settings?: EdgeSettings) {
  const times = { ...DEFAULT_TIMES, ...settings?.times };
  const server = {
    headersTimeout: times.headers,
    connectionsCheckingInterval: Math.ceil(times.headers / CHECKS_PER_TIME_OUT),
  };
  const { tls, trustProxy = [] } = settings ?? {};
  return {
    requestTimeout: times.request,
    keepAliveTimeout: times.keepAlive,
    trustProxy: trustProxy.length > 0 && [...trustProxy],
    ...(tls ? { https: { ...server, ...tls } } : { http: server }),
    clientErrorHandler: answerMalformed,
    frameworkErrors: refuseAddress,
  };
}

/** The router gives up on an address before any hook or filter is reached. */
function refuseAddress(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const { refusal } = refuse('request-malformed', `The address cannot be read: ${error.message}.`);
  const { status, headers, body } = problemAnswer(refusal);
  void reply.status(status).headers(headers).send(Buffer.from(body));
}
