import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPath } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import { AcceptancePath, AcceptDto, ReverseDocumentDto } from './chain.dto.ts';
import { acceptFacts } from './chain-facts.ts';

/** Work and goods accepted, invoices booked: what is due. */
@ApiTags('Acceptances')
@Controller('budget-accounts/:fiscalYear/:project/acceptances')
export class AcceptancesController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: '',
    cli: 'acceptance make',
    command: 'accept',
    summary: 'Accept work or goods of a commitment: the obligation is due',
  })
  async accept(
    @Param() path: AccountPath,
    @Body() body: AcceptDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, acceptFacts(body, effectiveOn(body)));
  }

  @AccountCommandRoute({
    path: ':acceptance/reversals',
    cli: 'acceptance reverse',
    command: 'reverse-acceptance',
    summary: 'Take an acceptance back that is not paid; its commitment is outstanding again',
  })
  async reverse(
    @Param() path: AcceptancePath,
    @Body() body: ReverseDocumentDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { item, reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'reverse-acceptance',
      acceptance: path.acceptance,
      item,
      reason,
      effectiveOn: effectiveOn(body),
    });
  }
}
