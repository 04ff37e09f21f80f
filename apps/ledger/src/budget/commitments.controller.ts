import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht } from '#kernel';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import { AccountPath, AmendDto, CommitDto, CommitmentPath, ReleaseDto } from './account.dto.ts';
import { effectiveOn, toAccount } from './account-posting.ts';

/** Orders and contracts: obliged, amended, released. */
@ApiTags('Commitments')
@Controller('budget-accounts/:fiscalYear/:project/commitments')
export class CommitmentsController {
  constructor(private readonly poster: Poster) {}

  @CommandRoute({ path: '', cli: 'commitment make', summary: 'Oblige a line by an order or contract' })
  async commit(
    @Param() path: AccountPath,
    @Body() body: CommitDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { commitment, line, description, counterparty, source } = body;
    const amount = parseBaht(body.amount);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        {
          type: 'commit',
          commitment,
          line,
          amount,
          description,
          counterparty,
          effectiveOn: effectiveOn(body),
        },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':commitment/amendments',
    cli: 'commitment amend',
    summary: 'Change the amount of a commitment up or down',
  })
  async amend(
    @Param() path: CommitmentPath,
    @Body() body: AmendDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { commitment } = path;
    const { reason, source } = body;
    const change = parseBaht(body.change);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'amend-commitment', commitment, change, reason, effectiveOn: effectiveOn(body) },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':commitment/releases',
    cli: 'commitment release',
    summary: 'Return what a commitment no longer needs to its line',
  })
  async release(
    @Param() path: CommitmentPath,
    @Body() body: ReleaseDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { commitment } = path;
    const { reason, source } = body;
    const amount = body.amount === undefined ? undefined : parseBaht(body.amount);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'release-commitment', commitment, amount, reason, effectiveOn: effectiveOn(body) },
        source,
      ),
    );
  }
}
