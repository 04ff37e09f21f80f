import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht, parseFiscalYear } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPath } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import { AmendDto, CommitDto, CommitmentPath, ReleaseDto, ReverseDocumentDto } from './chain.dto.ts';
import { commitFacts } from './chain-facts.ts';

/** Orders and contracts: obliged, amended, released, taken back. */
@ApiTags('Commitments')
@Controller('budget-accounts/:fiscalYear/:project/commitments')
export class CommitmentsController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: '',
    cli: 'commitment make',
    command: 'commit',
    summary: 'Oblige a line by an order or contract, out of a request or directly',
  })
  async commit(
    @Param() path: AccountPath,
    @Body() body: CommitDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const day = effectiveOn(body);
    const facts = commitFacts(body, day);
    const { continues } = facts;
    if (!continues) return this.accounts.post(request, reply, path, body, facts);
    // The year that made the contract says in the same append that its part is taken up, so that none is taken twice.
    return this.accounts.postTogether(request, reply, body, () => [
      {
        address: { fiscalYear: continues.fiscalYear, project: path.project },
        facts: {
          type: 'take-up-contract-year',
          commitment: continues.commitment,
          fiscalYear: parseFiscalYear(path.fiscalYear),
          amount: facts.amount,
          effectiveOn: day,
        },
      },
      { address: path, facts },
    ]);
  }

  @AccountCommandRoute({
    path: ':commitment/amendments',
    cli: 'commitment amend',
    command: 'amend-commitment',
    summary: 'Change the amount of a commitment up or down',
  })
  async amend(
    @Param() path: CommitmentPath,
    @Body() body: AmendDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { item, reason } = body;
    const change = parseBaht(body.change);
    await this.accounts.post(request, reply, path, body, {
      type: 'amend-commitment',
      commitment: path.commitment,
      item,
      change,
      reason,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: ':commitment/releases',
    cli: 'commitment release',
    command: 'release-commitment',
    summary: 'Return what a commitment no longer needs to its line, or close it',
  })
  async release(
    @Param() path: CommitmentPath,
    @Body() body: ReleaseDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { item, reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'release-commitment',
      commitment: path.commitment,
      item,
      amount: body.amount === undefined ? undefined : parseBaht(body.amount),
      reason,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: ':commitment/reversals',
    cli: 'commitment reverse',
    command: 'reverse-commitment',
    summary: 'Take a commitment back that nothing stands on; its request holds the money again',
  })
  async reverse(
    @Param() path: CommitmentPath,
    @Body() body: ReverseDocumentDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { item, reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'reverse-commitment',
      commitment: path.commitment,
      item,
      reason,
      effectiveOn: effectiveOn(body),
    });
  }
}
