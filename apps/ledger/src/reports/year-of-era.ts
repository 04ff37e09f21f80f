import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ERA_OFFSET } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { refuse } from '../http/refusals.ts';

/** Years of four digits from here on are of the Buddhist era, those before of the Christian one. */
const FIRST_BUDDHIST = 2400;

const NAMES = { BE: 'Buddhist', CE: 'Christian' } as const;

/**
 * Refuses a question about a year of the era in which the organisation does not write its years: the answer would be empty, and
 * look like one.
 */
@Injectable()
export class YearOfEra implements CanActivate {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params, query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const given = { ...(body as object | undefined), ...(query as object), ...(params as object) };
    const { fiscalYear: asked, organisation: named } = given as Readonly<Record<string, unknown>>;
    const year = typeof asked === 'string' || typeof asked === 'number' ? Number(asked) : Number.NaN;
    // What is no year at all is refused by whoever reads it.
    if (!Number.isInteger(year) || year < 1900 || year > 2999) return true;
    const organisation = await this.organisations.known(typeof named === 'string' ? named : undefined);
    const { era } = this.ledger.calendarOf(organisation);
    if (era === (year >= FIRST_BUDDHIST ? 'BE' : 'CE')) return true;
    const meant = year + ERA_OFFSET[era] - ERA_OFFSET[era === 'BE' ? 'CE' : 'BE'];
    throw refuse(
      'fiscal-year-of-other-era',
      `${organisation} writes fiscal years in the ${NAMES[era]} era: expected ${meant} for ${year}.`,
      { organisation, given: year, expected: meant },
    );
  }
}
