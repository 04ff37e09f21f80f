import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessCommand, RoleGrant } from '#access';
import { civilDateOf, type CivilDate } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { headerOf } from '../http/posting-context.ts';
import { refuse } from '../http/refusals.ts';
import { identityOf } from './identity.ts';

/** Takes what administrators say to the log of the rule table, under the name of the one who signed in. */
@Injectable()
export class AccessDesk {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** The day that counts for roles, which are over the whole ledger. */
  today(): CivilDate {
    return civilDateOf(this.ledger.clock(), DEFAULT_SETTINGS.calendar.timeZone);
  }

  async post(request: FastifyRequest, command: AccessCommand, reason: string | undefined) {
    const idempotencyKey = headerOf(request.headers['idempotency-key']);
    const receipt = await this.ledger.access.post(command, {
      actor: identityOf(request).name,
      reason,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return { schema: 'obligo.access-receipt/1', ...receipt };
  }

  /** Tries several commands on the table as it is; what one of them is refused for is refused. */
  async tryAll(request: FastifyRequest, commands: readonly AccessCommand[]): Promise<void> {
    const { name: actor } = identityOf(request);
    for (const command of commands) await this.ledger.access.post(command, { actor, dryRun: true });
  }

  /** The roles of somebody that count today. */
  rolesOf(subject: string): readonly RoleGrant[] {
    return this.ledger.access.state.grants.filter((grant) => grant.subject === subject);
  }

  /** A role is given to somebody who is there: a typing error grants nothing. */
  mustBeKnown(subject: string): void {
    const { people, tokens } = this.ledger.identities;
    const known = subject.startsWith('service:')
      ? tokens.list({ subject }).length > 0
      : people.get(subject) !== undefined;
    if (!known)
      throw refuse('account-unknown', `There is no account ${subject}; expected the name of one.`, {
        subject,
      });
  }
}
