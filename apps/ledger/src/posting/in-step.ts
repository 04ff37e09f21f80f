import type { FastifyInstance } from 'fastify';
import { ruleOf } from '../access/access.ts';

/**
 * Lets work that comes in during one turn of the loop begin together at its end: what a step of it needs of code and data
 * is in the caches of the processor then. The first of a turn waits for nobody, so alone it loses no time.
 */
export class InStep {
  #turn: Promise<void> | undefined;

  take(begin: () => void): void {
    if (this.#turn) void this.#turn.then(begin);
    else {
      this.#turn = new Promise((resolve) => setImmediate(() => resolve((this.#turn = undefined))));
      begin();
    }
  }
}

/** Handles postings that were read together one right after the other, and not each between the reading of two. */
export function postInStep(fastify: FastifyInstance): void {
  const step = new InStep();
  fastify.addHook('preValidation', (request, _reply, next) => {
    const rule = ruleOf(request);
    if (rule !== undefined && 'posts' in rule) step.take(next);
    else next();
  });
}
