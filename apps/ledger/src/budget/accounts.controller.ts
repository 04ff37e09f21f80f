import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht, parseFiscalYear } from '#kernel';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
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
import { effectiveOn, toAccount } from './account-posting.ts';

/** The account of a project in a fiscal year: opening, budget, plan and corrections. */
@ApiTags('Budget accounts')
@Controller('budget-accounts')
export class AccountsController {
  constructor(private readonly poster: Poster) {}

  @CommandRoute({ path: '', cli: 'account open', summary: 'Open the account of a project for a fiscal year' })
  async open(@Body() body: OpenAccountDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { source, reason: _, ...facts } = body;
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        body,
        {
          ...facts,
          type: 'open-account',
          organisation,
          fiscalYear: parseFiscalYear(body.fiscalYear),
          effectiveOn: effectiveOn(body),
        },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:project/allocations',
    cli: 'budget allocate',
    summary: 'Give a line budget',
  })
  async allocate(
    @Param() path: AccountPath,
    @Body() body: AllocateDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document, source } = body;
    const amount = parseBaht(body.amount);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'allocate', line, amount, document, effectiveOn: effectiveOn(body) },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:project/supplements',
    cli: 'budget supplement',
    summary: 'Add to the original budget of a line during the year',
  })
  async supplement(
    @Param() path: AccountPath,
    @Body() body: SupplementDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document, reason, source } = body;
    const amount = parseBaht(body.amount);
    const day = effectiveOn(body);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'supplement', line, amount, document, reason, effectiveOn: day },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:project/cuts',
    cli: 'budget cut',
    summary: 'Take budget from a line, never below what is used',
  })
  async cut(
    @Param() path: AccountPath,
    @Body() body: CutDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { line, document, reason, source } = body;
    const amount = parseBaht(body.amount);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'cut', line, amount, document, reason, effectiveOn: effectiveOn(body) },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:project/plan',
    cli: 'plan set',
    summary: 'Plan the spending of each quarter',
  })
  async setPlan(
    @Param() path: AccountPath,
    @Body() body: SetPlanDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const quarters = QuartersDto.toPlan(body.quarters);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'set-plan', quarters, effectiveOn: effectiveOn(body) },
        body.source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:project/plan-revisions',
    cli: 'plan revise',
    summary: 'Plan the quarters anew; the earlier plan stays in the log',
  })
  async revisePlan(
    @Param() path: AccountPath,
    @Body() body: RevisePlanDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const quarters = QuartersDto.toPlan(body.quarters);
    const { reason, source } = body;
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        { type: 'revise-plan', quarters, reason, effectiveOn: effectiveOn(body) },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:project/corrections',
    cli: 'quarter correct',
    summary: 'Restate a quarter that has ended: effective then, recorded now',
  })
  async correct(
    @Param() path: AccountPath,
    @Body() body: CorrectDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { correction, quarter, commitment, line, reason, source } = body;
    const disbursed = parseBaht(body.disbursed);
    const committed = parseBaht(body.committed);
    // The field may be absent here, unlike in other postings.
    const day = (body.effectiveOn as string | undefined) === undefined ? undefined : effectiveOn(body);
    await this.poster.post(request, reply, (organisation) =>
      toAccount(
        organisation,
        path,
        {
          type: 'correct-quarter',
          correction,
          quarter,
          commitment,
          line,
          disbursed,
          committed,
          reason,
          effectiveOn: day,
        },
        source,
      ),
    );
  }
}
