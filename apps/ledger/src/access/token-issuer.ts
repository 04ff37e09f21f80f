import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CivilDate, endOfDay, type Instant, parseCivilDate } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';

const HOUR_MS = 3_600_000;
const PERSON_HOURS = 12;
const MOST_DAYS = 731;

/** Gives tokens out, once: only their digests are kept. */
@Injectable()
export class TokenIssuer {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** For a program of a person who has just signed in, for one working day. */
  async forPerson(name: string, secondFactor: boolean) {
    const expiresAt = new Date(
      Date.parse(this.ledger.clock()) + PERSON_HOURS * HOUR_MS,
    ).toISOString() as Instant;
    const { token } = await this.ledger.identities.tokens.issue({
      name: 'sign-in',
      subject: name,
      kind: 'person',
      expiresAt,
      createdBy: name,
      secondFactor,
    });
    return { schema: 'obligo.token/1', name, token, expiresAt };
  }

  async forService(name: string, expiresOn: CivilDate, createdBy: string) {
    const { token, record } = await this.ledger.identities.tokens.issue({
      name,
      subject: `service:${name}`,
      kind: 'service',
      expiresAt: this.expiryOf(expiresOn),
      createdBy,
      secondFactor: false,
    });
    return { token, record };
  }

  /** A token without an end is one that nobody remembers. */
  expiryOf(day: string): Instant {
    const expiresAt = endOfDay(parseCivilDate(day), DEFAULT_SETTINGS.calendar.timeZone);
    const days = (Date.parse(expiresAt) - Date.parse(this.ledger.clock())) / (24 * HOUR_MS);
    if (days > 0 && days <= MOST_DAYS) return expiresAt;
    throw refuse(
      'input-invalid',
      `The token would expire on ${day}: expected a day from today, at most two years away.`,
      {
        errors: [
          { field: 'expiresOn', given: day, expected: 'must be a day from today, at most two years away' },
        ],
      },
    );
  }

  /** The token that a request came with. */
  async revokeOwn({ headers }: FastifyRequest): Promise<void> {
    const { tokens } = this.ledger.identities;
    const found = await tokens.find(/\S+$/.exec(headers.authorization ?? '')?.[0] ?? '');
    if (found) await tokens.revoke(found.id, found.subject);
  }
}
