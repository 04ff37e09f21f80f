import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessCommand, RoleGrant } from '#access';
import { civilDateOf, type CivilDate } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { keyOf } from '../http/posting-context.ts';
import { refuse } from '../http/refusals.ts';
import type { Saying } from './access-book.ts';
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
    const receipt = await this.ledger.access.post(command, saidBy(request, reason));
    return { schema: 'obligo.access-receipt/1', ...receipt };
  }

  /** All of them or none; on a trial it is only refused what would be. */
  async postAll(
    request: FastifyRequest,
    commands: readonly AccessCommand[],
    { reason, trial = false }: { readonly reason?: string | undefined; readonly trial?: boolean },
  ): Promise<void> {
    if (commands.length === 0) return;
    await this.ledger.access.postAll(commands, { ...saidBy(request, reason), dryRun: trial });
  }

  /** Ends every grant of somebody; nothing is recorded where there is none. */
  async withdrawAll(request: FastifyRequest, subject: string, reason: string | undefined): Promise<void> {
    await this.ledger.access.postUnless(
      ({ grants }) => grants.every((grant) => grant.subject !== subject),
      { type: 'withdraw-all-roles', subject, effectiveOn: this.today() },
      saidBy(request, reason),
    );
  }

  /** The grants of somebody, those for other days among them. */
  rolesOf(subject: string): readonly RoleGrant[] {
    return this.ledger.access.state.grants.filter((grant) => grant.subject === subject);
  }

  /**
   * Whom a role is given, by the name that stands in grants and events, however it was written. It is somebody who is
   * there: a typing error grants nothing, and whose account is closed cannot be the one who administers.
   */
  async grantee(given: string): Promise<string> {
    const { people, tokens } = this.ledger.identities;
    const subject = given.normalize('NFC');
    if (await people.get(subject)) return (await people.mustBeOpen(subject)).name;
    if ((await tokens.list({ subject, kind: 'service' })).length > 0) return subject;
    throw refuse('account-unknown', `There is no account ${subject}; expected the name of one.`, {
      subject,
    });
  }
}

function saidBy(request: FastifyRequest, reason: string | undefined): Saying {
  return { actor: identityOf(request).name, reason, idempotencyKey: keyOf(request) };
}
