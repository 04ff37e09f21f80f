import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPath } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import { ReleaseDto, RequestDto, RequestPath } from './chain.dto.ts';
import { requestFacts } from './chain-facts.ts';

/** Requests: money held for what is asked for and not ordered yet. */
@ApiTags('Requests')
@Controller('budget-accounts/:fiscalYear/:project/requests')
export class RequestsController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: '',
    cli: 'request make',
    command: 'make-request',
    summary: 'Hold money of a line for what is asked for',
  })
  async make(
    @Param() path: AccountPath,
    @Body() body: RequestDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, requestFacts(body, effectiveOn(body)));
  }

  @AccountCommandRoute({
    path: ':request/releases',
    cli: 'request release',
    command: 'release-request',
    summary: 'Return what a request no longer needs to its line, or close it',
  })
  async release(
    @Param() path: RequestPath,
    @Body() body: ReleaseDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { item, reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'release-request',
      request: path.request,
      item,
      amount: body.amount === undefined ? undefined : parseBaht(body.amount),
      reason,
      effectiveOn: effectiveOn(body),
    });
  }
}
