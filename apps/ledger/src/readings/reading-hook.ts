import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RefusalError, refusal } from '#kernel';
import { type Reading, type Readings, readingsRefusals } from '#readings';
import { type AccessRule, permissionsOf } from '../access/access.ts';
import { problemOf, STATUS } from '../http/problem.ts';
import { withoutSecrets } from '../http/without-secrets.ts';

export interface ReadingHook {
  readonly readings: Readings;
  /** Who asks, as far as it is known. */
  whoOf(request: FastifyRequest): { readonly name: string; readonly via: string } | undefined;
  /** From where it was asked, as `noteAddresses` tells it. */
  addressOf(request: FastifyRequest): string | undefined;
  /** What the route of the request asks for. */
  ruleOf(request: FastifyRequest): AccessRule | undefined;
  /** Name of the operation; the pattern of the route by default. */
  nameOf?(request: FastifyRequest): string | undefined;
}

const DAY_MS = 86_400_000;
const TOO_MANY = 429;
/** Headers that tell of the answer; `obligo-version` says only which program answers. */
const TELLING =
  /^(?:obligo-(?!version$).*|content-(?:length|type|disposition|encoding|language|range|location)|etag|last-modified|link|location)$/;
const NOBODY = { name: 'nobody', via: 'none' } as const;

/**
 * Tells from where a request came. It must hear of it before anything refuses it: a connection that is gone when the
 * answer is ready has no address any more.
 */
export function noteAddresses(fastify: FastifyInstance): ReadingHook['addressOf'] {
  const addresses = new WeakMap<FastifyRequest, string>();
  fastify.addHook('onRequest', (request, _reply, next) => {
    addresses.set(request, request.ip);
    next();
  });
  return (request) => addresses.get(request);
}

/**
 * Records every answer to a question about the ledger, also a refused one, before it leaves: what cannot be
 * recorded is not shown, the answer is `readings-unavailable` then. Questions that are turned away because there are
 * too many are not recorded: whoever asks could fill the disk with them. Prunes once a day while the service runs.
 */
export function recordReadings(fastify: FastifyInstance, hook: ReadingHook): void {
  const logger = new Logger('Readings');
  const shown = async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    try {
      await hook.readings.record({
        ...readingOf(hook, request, reply, payload),
        address: hook.addressOf(request) ?? 'unknown',
      });
      return payload;
    } catch (error) {
      logger.error(causeOf(error));
      return withheld(request, reply, payload);
    }
  };
  fastify.addHook('onSend', (request, reply, payload: unknown, next) => {
    if (reply.statusCode === TOO_MANY || !isReading(hook.ruleOf(request))) next();
    else shown(request, reply, payload).then((answer) => next(null, answer), next);
  });
  const daily = setInterval(() => {
    hook.readings.prune().catch((error: unknown) => logger.error(causeOf(error)));
  }, DAY_MS);
  daily.unref();
  fastify.addHook('onClose', async () => clearInterval(daily));
}

const isReading = (rule: AccessRule | undefined): boolean =>
  (rule !== undefined && 'reads' in rule && rule.reads) ||
  permissionsOf(rule).some((permission) => permission === 'replay' || permission.startsWith('read-'));

function readingOf(
  hook: ReadingHook,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Omit<Reading, 'address'> {
  const { name: who, via } = hook.whoOf(request) ?? NOBODY;
  const [path = '', ...query] = request.url.split('?');
  const position = reply.getHeader('obligo-position');
  return {
    at: hook.readings.clock(),
    who,
    via,
    route: hook.nameOf?.(request) ?? request.routeOptions.url ?? path,
    method: request.method,
    path: withoutSecrets(path),
    query: withoutSecrets(query.join('?')),
    position: position === undefined ? undefined : String(position),
    format: formOf(reply),
    status: reply.statusCode,
    bytes: bytesOf(payload),
  };
}

const FORMS = [
  ['application/json', 'json'],
  ['text/csv', 'csv'],
  ['text/plain', 'table'],
] as const;

/** The form of what is shown; nothing of the ledger is shown by a problem. */
function formOf(reply: FastifyReply): string | undefined {
  const type = String(reply.getHeader('content-type') ?? '');
  return FORMS.find(([beginning]) => type.startsWith(beginning))?.[1];
}

/** Length of a body; nothing of one that is still to be made. */
function bytesOf(payload: unknown): number | undefined {
  if (payload === null || payload === undefined) return 0;
  if (typeof payload === 'string') return Buffer.byteLength(payload);
  return payload instanceof Uint8Array ? payload.byteLength : undefined;
}

/** Puts the refusal in the place of the answer and takes away what its headers tell of it. */
function withheld(request: FastifyRequest, reply: FastifyReply, payload: unknown): string {
  const { destroy } = (payload ?? {}) as { destroy?: unknown };
  if (typeof destroy === 'function') destroy.call(payload);
  for (const name of Object.keys(reply.getHeaders())) {
    if (TELLING.test(name)) void reply.removeHeader(name);
  }
  void reply.code(STATUS.unavailable).type('application/problem+json');
  const code = 'readings-unavailable';
  const message = 'The reading log cannot be written now, so nothing is shown; try again later.';
  return JSON.stringify(problemOf(refusal(readingsRefusals[code].kind, code, message), request.url));
}

/** What the operator must know: the first cause, not the refusal made of it. */
function causeOf(error: unknown): string {
  const cause = error instanceof RefusalError && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
