import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidAppend, isBusy, isDamage, storageFailure, StoreClosed } from '#event-store';
import { messageOf, type Refusal, RefusalError } from '#kernel';
import { eventUnreadable } from '#posting';
import { ProjectionStopped } from '#read-models';
import { problemOf } from './problem.ts';
import { withoutSecrets } from './without-secrets.ts';
import { refuse } from './refusals.ts';

/** Turns every failure into a problem answer with a stable code; what is not a refusal is a defect and is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(this.#refusalOf(error), withoutSecrets(request.url));
    const retryAfter = problem['retryAfterMs'];
    if (typeof retryAfter === 'number') void reply.header('retry-after', Math.ceil(retryAfter / 1000));
    void reply
      .status(problem.status)
      .type('application/problem+json')
      .send(Buffer.from(JSON.stringify(problem)));
  }

  #refusalOf(error: unknown): Refusal {
    if (error instanceof RefusalError) {
      // The reason is for the operator; who asks gets the refusal alone.
      if (error.cause instanceof Error) this.#logger.warn(`${error.refusal.code}: ${error.cause.message}`);
      return error.refusal;
    }
    if (error instanceof ProjectionStopped) {
      return refuse('read-models-stopped', error.message, error.facts).refusal;
    }
    const unreadable = eventUnreadable(error);
    if (unreadable) return unreadable.refusal;
    if (error instanceof StoreClosed) return refuse('shutting-down', 'The service is stopping.').refusal;
    if (error instanceof InvalidAppend) {
      return refuse('body-malformed', `The body holds what cannot be recorded exactly: ${error.message}.`)
        .refusal;
    }
    if (isDamage(error)) {
      this.#logger.error(`read-models-damaged: ${String(error)}`);
      // The other files say it themselves.
      const message =
        'A page of the read models is lost: expected an operator to make them again from the log (obligo rebuild).';
      return refuse('read-models-damaged', message).refusal;
    }
    if (isBusy(error)) {
      this.#logger.warn(`file-busy: ${messageOf(error)}`);
      const message = 'Another program holds a file of the data folder: expected it to let go; try again.';
      return refuse('file-busy', message, { retryAfterMs: 1_000 }).refusal;
    }
    // Whichever file it was: the read models have one of their own.
    const known = requestError(error) ?? storageFailure(error);
    if (known) return known.refusal;
    this.#logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return refuse('internal', 'The service failed on this request; its log says where.').refusal;
  }
}

/** What Fastify and Nest refuse before a controller is reached. */
function requestError(error: unknown): RefusalError | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  const detail = messageOf(error);
  switch (status) {
    // A file outside of those that are served is no more there than one that does not exist.
    case 403:
    case 404:
      return refuse('route-unknown', `There is no such address: ${detail}.`);
    case 413:
      return refuse('body-too-large', `The body is larger than the service takes: ${detail}.`);
    case 400:
    case 415:
      return refuse(
        'body-malformed',
        `The body cannot be read: ${detail}: expected JSON with content-type application/json.`,
      );
    default:
      return undefined;
  }
}
