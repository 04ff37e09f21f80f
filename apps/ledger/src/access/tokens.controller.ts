import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isSubject } from '#access';
import { parseCivilDate } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { issuedTokenAnswer, revokedTokenAnswer, serviceTokensAnswer } from './accounts.answers.ts';
import { AccessDesk } from './access-desk.ts';
import { AccessCommandRoute, AccessQuery } from './access-route.ts';
import { NamePath, IssueTokenDto, ReasonDto } from './access.dto.ts';
import { identityOf } from './identity.ts';
import { TokenIssuer } from './token-issuer.ts';

const ADMINISTERS = { may: 'administer' } as const;

/** Tokens of services that read: named, limited, expiring, revocable, shown once. */
@ApiTags('Access')
@Controller('service-tokens')
export class TokensController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly desk: AccessDesk,
    private readonly issuer: TokenIssuer,
  ) {}

  @AccessQuery({
    path: '',
    id: 'listServiceTokens',
    rule: { may: ['administer', 'read-access'] },
    summary: 'The service tokens, with their roles and their last use; never the tokens themselves',
    answer: serviceTokensAnswer,
  })
  async list() {
    const records = await this.ledger.identities.tokens.list({ kind: 'service' });
    const rows = records.map((record) => ({
      ...record,
      roles: this.desk
        .rolesOf(record.subject)
        .map(({ grant, role, limits = {} }) => ({ grant, role, limits })),
    }));
    return { schema: 'obligo.service-tokens/1', rows };
  }

  @AccessCommandRoute({
    path: '',
    id: 'issueServiceToken',
    rule: ADMINISTERS,
    created: true,
    summary: 'Give a service a token with a role that reads; it is shown this once',
    answer: issuedTokenAnswer,
  })
  async issue(@Body() body: IssueTokenDto, @Req() request: FastifyRequest) {
    const { role, limits, reason } = body;
    const name = body.name.normalize('NFC');
    const subject = `service:${name}`;
    if (!isSubject(subject) || !isSubject(name) || name.includes(':')) throw nameMalformed(name);
    await this.#mustBeFree(name, subject);
    this.issuer.expiryOf(body.expiresOn);
    const effectiveOn = this.desk.today();
    const command = {
      type: 'grant-role',
      subject,
      role,
      limits: structuredClone(limits),
      effectiveOn,
    } as const;
    await this.desk.post(request, command, reason);
    const { token, record } = await this.issuer.forService(
      name,
      parseCivilDate(body.expiresOn),
      identityOf(request).name,
    );
    return { schema: 'obligo.service-token/1', ...record, role, limits: limits ?? {}, token };
  }

  @AccessCommandRoute({
    path: ':name/revocations',
    id: 'revokeServiceToken',
    rule: ADMINISTERS,
    summary: 'End a service token and its roles at once',
    answer: revokedTokenAnswer,
  })
  async revoke(
    @Param() { name: given }: NamePath,
    @Body() { reason }: ReasonDto,
    @Req() request: FastifyRequest,
  ) {
    const name = given.normalize('NFC');
    const subject = `service:${name}`;
    const { tokens } = this.ledger.identities;
    if ((await tokens.list({ subject })).length === 0) {
      throw refuse('account-unknown', `There is no service token ${name}; expected the name of one.`, {
        name,
      });
    }
    await tokens.revokeAll(subject, identityOf(request).name);
    await this.desk.withdrawAll(request, subject, reason);
    return { schema: 'obligo.service-token/1', name, revoked: true };
  }

  /** A name that was used stands in the reading log: it does not come to mean another. */
  async #mustBeFree(name: string, subject: string): Promise<void> {
    if ((await this.ledger.identities.tokens.list({ subject })).length === 0) return;
    throw refuse('name-in-use', `There is, or was, a service token ${name}; expected another name.`, {
      name,
    });
  }
}

const nameMalformed = (name: string) =>
  refuse('input-invalid', `"${name.slice(0, 40)}" cannot be the name of a service token.`, {
    errors: [{ field: 'name', expected: 'must be up to 32 letters, digits, dots, hyphens and underscores' }],
  });
