import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht, parseCivilDate } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { ReasonedAccountPostingDto } from '../posting/posting.dto.ts';
import { AccountPath } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import {
  AdvancePath,
  ClearAdvanceDto,
  ClearingPath,
  HeldCashPath,
  HoldGuaranteeDto,
  PayAdvanceDto,
  ReturnAdvanceDto,
  ReturnHeldDto,
} from './cash.dto.ts';

/** Advances to staff, and cash held for counterparties: guarantees and retentions. */
@ApiTags('Advances and held cash')
@Controller('budget-accounts/:fiscalYear/:project')
export class CashController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: 'advances',
    cli: 'advance pay',
    command: 'pay-advance',
    summary: 'Give money before it is spent',
  })
  async pay(
    @Param() path: AccountPath,
    @Body() body: PayAdvanceDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { advance, line, dueOn, description, counterparty } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'pay-advance',
      advance,
      line,
      amount: parseBaht(body.amount),
      dueOn: dueOn === undefined ? undefined : parseCivilDate(dueOn),
      description,
      counterparty,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'advances/:advance/clearings',
    cli: 'advance clear',
    command: 'clear-advance',
    summary: 'Show what an advance was spent on; only what is above it draws new budget',
  })
  async clear(
    @Param() path: AdvancePath,
    @Body() body: ClearAdvanceDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { disbursement, spent, returned } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'clear-advance',
      advance: path.advance,
      disbursement,
      spent: parseBaht(spent),
      returned: returned === undefined ? undefined : parseBaht(returned),
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'advances/:advance/clearings/:disbursement/reversals',
    cli: 'advance reverse-clearing',
    command: 'reverse-clearing',
    summary: 'Take a clearing back; the advance is outstanding again',
  })
  async reverseClearing(
    @Param() path: ClearingPath,
    @Body() body: ReasonedAccountPostingDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'reverse-clearing',
      clearing: path.disbursement,
      reason,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'advances/:advance/returns',
    cli: 'advance return',
    command: 'return-advance',
    summary: 'Return unused cash of an advance to its line',
  })
  async return(
    @Param() path: AdvancePath,
    @Body() body: ReturnAdvanceDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, {
      type: 'return-advance',
      advance: path.advance,
      amount: parseBaht(body.amount),
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'guarantees',
    cli: 'guarantee hold',
    command: 'hold-guarantee',
    summary: 'Hold a guarantee of a counterparty; it moves no budget',
  })
  async hold(
    @Param() path: AccountPath,
    @Body() body: HoldGuaranteeDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { guarantee, commitment, description, counterparty } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'hold-guarantee',
      guarantee,
      commitment,
      dueOn: body.dueOn === undefined ? undefined : parseCivilDate(body.dueOn),
      amount: parseBaht(body.amount),
      description,
      counterparty,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'held-cash/:number/returns',
    cli: 'guarantee return',
    command: 'return-held',
    summary: 'Give a guarantee or retention back, or keep it for good',
  })
  async release(
    @Param() path: HeldCashPath,
    @Body() body: ReturnHeldDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, {
      type: 'return-held',
      number: path.number,
      amount: body.amount === undefined ? undefined : parseBaht(body.amount),
      to: body.to,
      effectiveOn: effectiveOn(body),
    });
  }
}
