import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPath } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import { DisburseDto, DisbursementPath, RefundDto, ReverseDto } from './chain.dto.ts';
import { disburseFacts } from './chain-facts.ts';

/** Money paid out, taken back, and refunded. */
@ApiTags('Disbursements')
@Controller('budget-accounts/:fiscalYear/:project/disbursements')
export class DisbursementsController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: '',
    cli: 'disbursement make',
    command: 'disburse',
    summary: 'Pay out: for an acceptance, against a commitment, or from a line',
  })
  async disburse(
    @Param() path: AccountPath,
    @Body() body: DisburseDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, disburseFacts(body, effectiveOn(body)));
  }

  @AccountCommandRoute({
    path: ':disbursement/reversals',
    cli: 'disbursement reverse',
    command: 'reverse-disbursement',
    summary: 'Take a disbursement back; what it paid is outstanding again',
  })
  async reverse(
    @Param() path: DisbursementPath,
    @Body() body: ReverseDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { item, reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'reverse-disbursement',
      disbursement: path.disbursement,
      item,
      amount: body.amount === undefined ? undefined : parseBaht(body.amount),
      reason,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: ':disbursement/refunds',
    cli: 'disbursement refund',
    command: 'refund',
    summary: 'Return money of a payment that came back to its line',
  })
  async refund(
    @Param() path: DisbursementPath,
    @Body() body: RefundDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { refund, item, reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'refund',
      refund,
      disbursement: path.disbursement,
      item,
      amount: parseBaht(body.amount),
      reason,
      effectiveOn: effectiveOn(body),
    });
  }
}
