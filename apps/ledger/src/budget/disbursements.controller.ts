import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht } from '#kernel';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import { AccountPath, DisburseDto, DisbursementPath, ReverseDto } from './account.dto.ts';
import { effectiveOn, toAccount } from './account-posting.ts';

/** Money paid out, and taken back. */
@ApiTags('Disbursements')
@Controller('budget-accounts/:fiscalYear/:project/disbursements')
export class DisbursementsController {
  constructor(private readonly poster: Poster) {}

  @CommandRoute({
    path: '',
    cli: 'disbursement make',
    summary: 'Pay out, from a line or against a commitment',
  })
  async disburse(
    @Param() path: AccountPath,
    @Body() body: DisburseDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { disbursement, commitment, line, description, counterparty, source } = body;
    const amount = parseBaht(body.amount);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        {
          type: 'disburse',
          disbursement,
          amount,
          commitment,
          line,
          description,
          counterparty,
          effectiveOn: effectiveOn(body),
        },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':disbursement/reversals',
    cli: 'disbursement reverse',
    summary: 'Take a disbursement back; what it paid of a commitment is outstanding again',
  })
  async reverse(
    @Param() path: DisbursementPath,
    @Body() body: ReverseDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { disbursement } = path;
    const { reason, source } = body;
    const amount = body.amount === undefined ? undefined : parseBaht(body.amount);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'reverse-disbursement', disbursement, amount, reason, effectiveOn: effectiveOn(body) },
        source,
      ),
    );
  }
}
