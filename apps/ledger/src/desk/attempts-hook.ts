import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Attempt, Desk } from '#desk';
import { messageOf } from '#kernel';
import type { AccessRule } from '../access/access.ts';
import { withoutSecrets } from '../http/without-secrets.ts';

export interface AttemptsHook {
  readonly desk: Desk;
  /** Who asks, as far as it is known. */
  whoOf(request: FastifyRequest): { readonly name: string } | undefined;
  /** What the route of the request asks for. */
  ruleOf(request: FastifyRequest): AccessRule | undefined;
  /** Name of the operation. */
  nameOf(request: FastifyRequest): string | undefined;
}

const DAY_MS = 86_400_000;
const TOO_MANY = 429;
const FAILED = 500;
/** Members of a body whose values are never kept. */
const SECRET = /password|secret|token|code$/i;

/**
 * Keeps every posting that was refused to somebody who is known: who, when, what, and why not. Dry runs are questions,
 * not attempts. What is turned away because there is too much of it is not kept: whoever asks could fill the disk. Nor
 * is what failed, or came while the service stops: nobody decided that.
 */
export function recordAttempts(fastify: FastifyInstance, hook: AttemptsHook): void {
  const logger = new Logger('Attempts');
  const record = async (who: string, request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    try {
      await hook.desk.recordAttempt(attemptOf(hook, who, request, reply, payload));
    } catch (error) {
      // The refusal is right all the same, and nothing was recorded.
      logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  };
  fastify.addHook('onSend', (request, reply, payload: unknown, next) => {
    const who = hook.whoOf(request)?.name;
    if (who === undefined || !isRefusedPosting(hook, request, reply)) next();
    else void record(who, request, reply, payload).then(() => next());
  });
  const daily = setInterval(() => {
    hook.desk.prune().catch((error: unknown) => {
      logger.error(messageOf(error));
    });
  }, DAY_MS);
  daily.unref();
  fastify.addHook('onClose', async () => clearInterval(daily));
}

function isRefusedPosting(
  hook: AttemptsHook,
  request: FastifyRequest,
  { statusCode }: FastifyReply,
): boolean {
  if (statusCode < 400 || statusCode === TOO_MANY || statusCode >= FAILED) return false;
  const rule = hook.ruleOf(request);
  const { dryRun } = (request.query ?? {}) as { readonly dryRun?: unknown };
  return rule !== undefined && 'posts' in rule && (dryRun === undefined || dryRun === 'false');
}

function attemptOf(
  hook: AttemptsHook,
  who: string,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Attempt {
  const [path = ''] = request.url.split('?');
  const problem = problemIn(payload);
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const params = (request.params ?? {}) as Readonly<Record<string, unknown>>;
  const query = (request.query ?? {}) as Readonly<Record<string, unknown>>;
  const key = request.headers['idempotency-key'];
  return {
    at: hook.desk.clock(),
    who,
    operation: hook.nameOf(request) ?? request.routeOptions.url ?? path,
    organisation: text(query['organisation']),
    fiscalYear: text(params['fiscalYear']),
    project: text(params['project']),
    path: withoutSecrets(path),
    idempotencyKey: text([key].flat()[0]),
    status: reply.statusCode,
    code: text(problem['code']) ?? 'unknown',
    message: text(problem['detail']) ?? '',
    shortfall: text(problem['shortBy']),
    body: withoutSecrets(
      JSON.stringify(request.body ?? null, (name, value: unknown) => (SECRET.test(name) ? '***' : value)),
    ),
  };
}

function problemIn(payload: unknown): Readonly<Record<string, unknown>> {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return {};
  try {
    const problem: unknown = JSON.parse(payload.toString());
    return typeof problem === 'object' && problem !== null ? (problem as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
