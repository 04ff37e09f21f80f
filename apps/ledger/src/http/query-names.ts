import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Operation } from './operations.ts';
import { refuse } from './refusals.ts';

/** What a provider of sign-in sends browsers back with, and the question of a report, which the report itself reads. */
const OF_SOMEBODY_ELSE = ['endSignOn', 'reportReceipt'];

interface Fault {
  readonly field: string;
  readonly expected: string;
}

type Texts = Readonly<Record<string, unknown>>;

/**
 * Refuses what an address says and its route does not know, and what it says twice, where no class reads it. Otherwise a
 * slip such as `dryrun=true` would be overlooked, and a question would be recorded.
 */
export function keepToQueries(
  fastify: FastifyInstance,
  operationOf: (request: FastifyRequest) => Operation | undefined,
): void {
  fastify.addHook('preValidation', (request, _reply, next) => {
    const query = request.query as Texts;
    const names = Object.keys(query);
    const faults = [...withNul(query), ...withNul(request.params as Texts)];
    const operation = names.length === 0 ? undefined : operationOf(request);
    const { name, parameters } = operation ?? {};
    if (name !== undefined && parameters !== undefined && !OF_SOMEBODY_ELSE.includes(name)) {
      faults.push(...names.flatMap((name) => faultOf(name, query[name], parameters)));
    }
    next(refusalOf(faults));
  });
}

/** Some stores end a text at the character U+0000, others take none that holds it: it would look for something else. */
const withNul = (texts: Texts): Fault[] =>
  Object.keys(texts).flatMap((field) => {
    const text = texts[field];
    return typeof text === 'string' && text.includes('\0')
      ? [{ field, expected: 'must be text without the character U+0000' }]
      : [];
  });

function faultOf(field: string, value: unknown, parameters: readonly string[]): Fault[] {
  const expected = expectedOf(field, value, parameters);
  return expected === undefined ? [] : [{ field, expected }];
}

function expectedOf(name: string, value: unknown, parameters: readonly string[]): string | undefined {
  if (!parameters.includes(name)) {
    const taken = parameters.length === 0 ? 'nothing' : parameters.join(', ');
    return `is not a parameter of this address, whose query takes ${taken}`;
  }
  if (typeof value !== 'string') return 'must be given once';
  return name === 'dryRun' && !DRY_RUN.test(value) ? 'must be true or false' : undefined;
}

/** Named without a value it is meant. */
const DRY_RUN = /^(?:true|false|)$/;

function refusalOf(errors: readonly Fault[]): Error | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  const count = errors.length === 1 ? 'One field is' : `${errors.length} fields are`;
  return refuse('input-invalid', `${count} not as expected: ${first.field} ${first.expected}.`, { errors });
}
