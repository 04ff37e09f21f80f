import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import {
  factorRemovedAnswer,
  invitationAnswer,
  openedPersonAnswer,
  peopleAnswer,
  personAnswer,
  redeemedAnswer,
} from './accounts.answers.ts';
import { AccessDesk } from './access-desk.ts';
import { AccessCommandRoute, AccessQuery } from './access-route.ts';
import { NamePath, HappeningsDto, OpenPersonDto, ReasonDto, RedeemDto } from './access.dto.ts';
import { happeningsAnswer } from './happenings.answers.ts';
import { identityOf } from './identity.ts';

const ADMINISTERS = { may: 'administer' } as const;
const MOST_ROWS = 1_000;

/** Accounts of people. Whoever keeps them posts nothing. */
@ApiTags('Access')
@Controller()
export class PeopleController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly desk: AccessDesk,
  ) {}

  @AccessQuery({
    path: 'people',
    id: 'listPeople',
    rule: ADMINISTERS,
    summary: 'The accounts and their roles',
    answer: peopleAnswer,
  })
  async list() {
    const { people, secondFactors } = this.ledger.identities;
    const [all, protectedNames] = [await people.list(), await secondFactors.names()];
    const rows = all.map((person) => ({
      ...person,
      secondFactor: protectedNames.has(person.name),
      roles: this.desk.rolesOf(person.name).map(({ grant, role, limits = {} }) => ({ grant, role, limits })),
    }));
    return { schema: 'obligo.people/1', rows };
  }

  @AccessQuery({
    path: 'access/happenings',
    id: 'listHappenings',
    rule: { may: ['administer', 'read-access'] },
    summary: 'What concerned accounts, newest first: sign-ins, refusals, invitations, tokens',
    answer: happeningsAnswer,
  })
  async happenings(@Query() { name, before }: HappeningsDto) {
    const rows = await this.ledger.identities.happenings.list({
      limit: MOST_ROWS,
      ...(name === undefined ? {} : { name }),
      ...(before === undefined ? {} : { before }),
    });
    return { schema: 'obligo.happenings/1', rows };
  }

  @AccessCommandRoute({
    path: 'people',
    id: 'openPersonAccount',
    rule: ADMINISTERS,
    created: true,
    summary: 'Open an account; the answer has a one-time code with which the person chooses a password',
    answer: openedPersonAnswer,
  })
  async open(@Body() body: OpenPersonDto, @Req() request: FastifyRequest) {
    const { name, displayName, email, roles = [], reason } = body;
    const { people } = this.ledger.identities;
    const by = identityOf(request).name;
    const effectiveOn = this.desk.today();
    const grants = roles.map((given) => ({
      type: 'grant-role' as const,
      subject: name.normalize('NFC'),
      role: given.role,
      limits: structuredClone(given.limits),
      reason: given.reason,
      effectiveOn,
    }));
    // All roles are tried together before the account is there: a typing error leaves nothing behind.
    await this.desk.postAll(request, grants, { reason, trial: true });
    const person = await people.open({
      name,
      by,
      ...(displayName === undefined ? {} : { displayName }),
      ...(email === undefined ? {} : { email }),
    });
    await this.desk.postAll(request, grants, { reason });
    return { schema: 'obligo.person/1', ...person, invitation: await people.invite(person.name, by) };
  }

  @AccessCommandRoute({
    path: 'people/:name/invitations',
    id: 'invitePerson',
    rule: ADMINISTERS,
    created: true,
    summary: 'A new one-time code to choose a password with, for whoever forgot the old one',
    answer: invitationAnswer,
  })
  async invite(@Param() { name }: NamePath, @Req() request: FastifyRequest) {
    const invitation = await this.ledger.identities.people.invite(name, identityOf(request).name);
    return { schema: 'obligo.invitation/1', name: await this.#nameOf(name), ...invitation };
  }

  @AccessCommandRoute({
    path: 'invitations/redemptions',
    id: 'redeemInvitation',
    rule: { open: true },
    summary: 'Choose a password with the one-time code of an invitation',
    answer: redeemedAnswer,
  })
  async redeem(@Body() { code, password }: RedeemDto) {
    const { name } = await this.ledger.identities.people.redeem(code, password);
    return { schema: 'obligo.person/1', name };
  }

  @AccessCommandRoute({
    path: 'people/:name/second-factor/removals',
    id: 'removeSecondFactor',
    rule: ADMINISTERS,
    summary: 'Take the second factor from somebody who lost the authenticator',
    answer: factorRemovedAnswer,
  })
  async removeSecondFactor(@Param() { name }: NamePath, @Req() request: FastifyRequest) {
    await this.ledger.identities.secondFactors.remove(name, identityOf(request).name);
    return { schema: 'obligo.person/1', name: await this.#nameOf(name), secondFactor: false };
  }

  @AccessCommandRoute({
    path: 'people/:name/closings',
    id: 'closePersonAccount',
    rule: ADMINISTERS,
    summary: 'Close an account: its roles, sessions and tokens end at once; what it posted stays',
    answer: personAnswer,
  })
  async close(@Param() { name }: NamePath, @Body() { reason }: ReasonDto, @Req() request: FastifyRequest) {
    await this.#withdrawAll(name, request, reason);
    return {
      schema: 'obligo.person/1',
      ...(await this.ledger.identities.people.close(name, identityOf(request).name)),
    };
  }

  @AccessCommandRoute({
    path: 'people/:name/reopenings',
    id: 'reopenPersonAccount',
    rule: ADMINISTERS,
    summary: 'Open a closed account again; it has no role until it is given one',
    answer: personAnswer,
  })
  async reopen(@Param() { name }: NamePath, @Req() request: FastifyRequest) {
    return {
      schema: 'obligo.person/1',
      ...(await this.ledger.identities.people.reopen(name, identityOf(request).name)),
    };
  }

  @AccessCommandRoute({
    path: 'people/:name/erasures',
    id: 'erasePerson',
    rule: ADMINISTERS,
    summary: 'Forget everything personal of a closed account; its name stays in the events',
    answer: personAnswer,
  })
  async erase(@Param() { name }: NamePath, @Body() { reason }: ReasonDto, @Req() request: FastifyRequest) {
    await this.#withdrawAll(name, request, reason);
    await this.ledger.desk.forget(name.normalize('NFC'));
    return {
      schema: 'obligo.person/1',
      ...(await this.ledger.identities.people.erase(name, identityOf(request).name)),
    };
  }

  /** First the roles: if somebody must stay because nobody else administers, the account stays open. */
  async #withdrawAll(name: string, request: FastifyRequest, reason: string | undefined): Promise<void> {
    const subject = await this.#nameOf(name);
    // Whom nobody knows is refused where the account is looked for.
    if (subject !== undefined) await this.desk.withdrawAll(request, subject, reason);
  }

  /** The name that an account has in grants and events, however it was written. */
  async #nameOf(name: string): Promise<string | undefined> {
    return (await this.ledger.identities.people.get(name))?.name;
  }
}
