import type { FastifyInstance } from 'fastify';
import { openToOrigins } from './cross-origin.ts';
import { takeJsonAlone } from './json-body.ts';
import { answerUnexpected } from './malformed-requests.ts';
import { limitRates, type WhoOf } from './rate-limits.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { DEFAULT_TIMES, type EdgeSettings } from './settings.ts';
import { letGoOfStalledReaders } from './stalled-readers.ts';
import { boundWork, DEFAULT_BODY_BYTES } from './work-in-progress.ts';

/**
 * Puts the edges around an instance that has no routes yet. What a request holds is limited always; who may
 * ask from where, and how often, only where the service listens, which is where there are settings.
 */
export async function protect(
  instance: FastifyInstance,
  settings: EdgeSettings | undefined,
  whoOf: WhoOf,
): Promise<void> {
  takeJsonAlone(instance);
  sendSecurityHeaders(instance);
  instance.server.on('checkExpectation', answerUnexpected);
  if (!settings) return;
  boundWork(instance, { postings: settings.postingsAtOnce ?? 0, bodyBytes: DEFAULT_BODY_BYTES });
  await openToOrigins(instance, settings.origins);
  await limitRates(instance, settings.perMinute, whoOf);
  letGoOfStalledReaders(instance, settings.times?.answer ?? DEFAULT_TIMES.answer);
}
