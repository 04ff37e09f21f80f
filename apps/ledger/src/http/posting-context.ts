import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Instant, newId } from '#kernel';
import type { PostingContext } from '#posting';
import { Organisations } from './organisations.ts';
import { refuse } from './refusals.ts';

/** Printable, no control characters: it stands in every event for ever. */
const ACTOR = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .@_:/-]{0,62}$/u;

/** Reads from a request who posts for which organisation, and under which key. */
@Injectable()
export class PostingContexts {
  constructor(private readonly organisations: Organisations) {}

  /** `mayRegister`: the request may name an organisation that is not in the ledger yet. */
  async of(request: FastifyRequest, mayRegister = false): Promise<PostingContext> {
    const query = request.query as Readonly<Record<string, unknown>>;
    const code = query['organisation'];
    return {
      organisation: await (mayRegister ? this.organisations.named(code) : this.organisations.posting(code)),
      actor: actorOf(request.headers['obligo-actor']),
      idempotencyKey:
        headerOf(request.headers['idempotency-key']) ?? newId(new Date().toISOString() as Instant),
      dryRun: isTrue(query['dryRun']),
    };
  }
}

function actorOf(header: string | string[] | undefined): string {
  const given = headerOf(header) ?? 'operator';
  let actor: string;
  try {
    // Header fields are ASCII: names in other scripts come percent-encoded.
    actor = decodeURIComponent(given).normalize('NFC');
  } catch {
    actor = '';
  }
  if (!ACTOR.test(actor)) {
    throw refuse(
      'actor-malformed',
      'The header Obligo-Actor is not usable: expected up to 63 letters, digits, spaces and . @ _ : / - (percent-encoded UTF-8).',
    );
  }
  return actor;
}

const headerOf = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header[0] : header) || undefined;

const isTrue = (value: unknown): boolean => value === 'true' || value === '' || value === true;
