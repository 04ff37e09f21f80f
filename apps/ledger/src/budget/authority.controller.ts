import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPath, AllocateDto } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';

/** What stands beside the allocation: what was estimated, and what may be used so far. */
@ApiTags('Budget accounts')
@Controller('budget-accounts/:fiscalYear/:project')
export class AuthorityController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: 'estimates',
    cli: 'budget estimate',
    command: 'estimate',
    summary: 'Note what a line is estimated to need; no budget until it is allocated',
  })
  async estimate(
    @Param() path: AccountPath,
    @Body() body: AllocateDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document } = body;
    const amount = parseBaht(body.amount);
    await this.accounts.post(request, reply, path, body, {
      type: 'estimate',
      line,
      amount,
      document,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'releases',
    cli: 'budget release',
    command: 'release-budget',
    summary: 'Let a part of the allocation be used from now on',
  })
  async release(
    @Param() path: AccountPath,
    @Body() body: AllocateDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document } = body;
    const amount = parseBaht(body.amount);
    await this.accounts.post(request, reply, path, body, {
      type: 'release-budget',
      line,
      amount,
      document,
      effectiveOn: effectiveOn(body),
    });
  }
}
