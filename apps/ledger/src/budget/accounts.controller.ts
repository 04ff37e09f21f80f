import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht, parseFiscalYear } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import {
  AccountPath,
  AllocateDto,
  CorrectDto,
  CutDto,
  OpenAccountDto,
  QuartersDto,
  RevisePlanDto,
  SetPlanDto,
  SupplementDto,
} from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';

/** The account of a project in a fiscal year: opening, budget, plan and corrections. */
@ApiTags('Budget accounts')
@Controller('budget-accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: '',
    cli: 'account open',
    command: 'open-account',
    summary: 'Open the account of a project for a fiscal year',
  })
  async open(@Body() body: OpenAccountDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { project, name, nameEn, programme, note } = body;
    await this.accounts.post(request, reply, body, body, (organisation) => ({
      project,
      name,
      nameEn,
      programme,
      note,
      type: 'open-account',
      organisation,
      fiscalYear: parseFiscalYear(body.fiscalYear),
      effectiveOn: effectiveOn(body),
    }));
  }

  @AccountCommandRoute({
    path: ':fiscalYear/:project/allocations',
    cli: 'budget allocate',
    command: 'allocate',
    summary: 'Give a line budget',
  })
  async allocate(
    @Param() path: AccountPath,
    @Body() body: AllocateDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document } = body;
    const amount = parseBaht(body.amount);
    await this.accounts.post(request, reply, path, body, {
      type: 'allocate',
      line,
      amount,
      document,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: ':fiscalYear/:project/supplements',
    cli: 'budget supplement',
    command: 'supplement',
    summary: 'Add to the original budget of a line during the year',
  })
  async supplement(
    @Param() path: AccountPath,
    @Body() body: SupplementDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document, reason } = body;
    const amount = parseBaht(body.amount);
    const day = effectiveOn(body);
    await this.accounts.post(request, reply, path, body, {
      type: 'supplement',
      line,
      amount,
      document,
      reason,
      effectiveOn: day,
    });
  }

  @AccountCommandRoute({
    path: ':fiscalYear/:project/cuts',
    cli: 'budget cut',
    command: 'cut',
    summary: 'Take budget from a line, never below what is used',
  })
  async cut(
    @Param() path: AccountPath,
    @Body() body: CutDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document, reason } = body;
    const amount = parseBaht(body.amount);
    await this.accounts.post(request, reply, path, body, {
      type: 'cut',
      line,
      amount,
      document,
      reason,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: ':fiscalYear/:project/plan',
    cli: 'plan set',
    command: 'set-plan',
    summary: 'Plan the spending of each quarter',
  })
  async setPlan(
    @Param() path: AccountPath,
    @Body() body: SetPlanDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const quarters = QuartersDto.toPlan(body.quarters);
    await this.accounts.post(request, reply, path, body, {
      type: 'set-plan',
      quarters,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: ':fiscalYear/:project/plan-revisions',
    cli: 'plan revise',
    command: 'revise-plan',
    summary: 'Plan the quarters anew; the earlier plan stays in the log',
  })
  async revisePlan(
    @Param() path: AccountPath,
    @Body() body: RevisePlanDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const quarters = QuartersDto.toPlan(body.quarters);
    const { reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'revise-plan',
      quarters,
      reason,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: ':fiscalYear/:project/corrections',
    cli: 'quarter correct',
    command: 'correct-quarter',
    summary: 'Restate a quarter that has ended: effective then, recorded now',
  })
  async correct(
    @Param() path: AccountPath,
    @Body() body: CorrectDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { correction, quarter, commitment, line, reason } = body;
    const disbursed = parseBaht(body.disbursed);
    const committed = parseBaht(body.committed);
    // The field may be absent here, unlike in other postings.
    const day = (body.effectiveOn as string | undefined) === undefined ? undefined : effectiveOn(body);
    await this.accounts.post(request, reply, path, body, {
      type: 'correct-quarter',
      correction,
      quarter,
      commitment,
      line,
      disbursed,
      committed,
      reason,
      effectiveOn: day,
    });
  }
}
