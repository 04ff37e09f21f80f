import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Instant, newId } from '#kernel';
import { commandIdOf, type PostingContext } from '#posting';
import { identityOf } from '../access/identity.ts';
import { note, recordedTraceOf } from '../telemetry/request-facts.ts';
import { Organisations } from './organisations.ts';
import { refuse } from './refusals.ts';

/** Printable, no control characters: it stands in every event for ever. */
const ACTOR = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .@_:/-]{0,62}$/u;

/** Reads from a request who posts for which organisation, and under which key. */
@Injectable()
export class PostingContexts {
  constructor(private readonly organisations: Organisations) {}

  /** `named` and `toRegister`: the request may name an organisation that is not in the ledger yet. */
  async of(
    request: FastifyRequest,
    find: 'posting' | 'named' | 'toRegister' = 'posting',
    /** The organisation that is meant where the request names none. */
    otherwise?: string,
  ): Promise<PostingContext> {
    const query = request.query as Readonly<Record<string, unknown>>;
    const asked = query['organisation'];
    const code = asked === undefined || asked === '' ? otherwise : asked;
    const organisation = await this.organisations[find](code);
    const idempotencyKey = keyOf(request) ?? newId(new Date().toISOString() as Instant);
    const correlationId = recordedTraceOf(request.raw) ?? commandIdOf(organisation, idempotencyKey);
    note(request.raw, { correlationId });
    const dryRun = isTrue(query['dryRun']);
    return { organisation, actor: authorOf(request), idempotencyKey, correlationId, dryRun };
  }
}

/** The one who signed in. A program on the folder of a ledger without accounts says itself who works there. */
function authorOf(request: FastifyRequest): string {
  const identity = identityOf(request);
  const named = headerOf(request.headers['obligo-actor']);
  if (named === undefined || nameIn(named) === identity.name) return identity.name;
  throw refuse(
    'actor-differs',
    `The header Obligo-Actor names another than ${identity.name}, who asks; expected it to be absent.`,
    { actor: identity.name },
  );
}

/** The name in a header field, which is ASCII: names in other scripts come percent-encoded. */
export function nameIn(header: string): string {
  let name: string;
  try {
    name = decodeURIComponent(header).normalize('NFC');
  } catch {
    name = '';
  }
  if (ACTOR.test(name)) return name;
  throw refuse(
    'actor-malformed',
    'The header Obligo-Actor is not usable: expected up to 63 letters, digits, spaces and . @ _ : / - (percent-encoded UTF-8).',
  );
}

/** The idempotency key of a request; an empty one is one, and refused, since whoever sent it counts on having a key. */
export const keyOf = ({ headers }: FastifyRequest): string | undefined => firstOf(headers['idempotency-key']);

export const headerOf = (header: string | string[] | undefined): string | undefined =>
  firstOf(header) || undefined;

const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

const isTrue = (value: unknown): boolean => value === 'true' || value === '' || value === true;
