import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { Organisations } from '../http/organisations.ts';
import { sendAnswer } from './answer.ts';
import { budgetComparisonExample, budgetStatusExample, executionExample } from './budget-examples.ts';
import { BudgetComparisonQuery } from './budget-comparison.query.ts';
import {
  ExecutionReportQuery,
  ProjectReportQuery,
  TargetsReportQuery,
  ThroughReportQuery,
} from './budget-report.dto.ts';
import { BudgetStatusQuery } from './budget-status.query.ts';
import { DisbursementTargetsQuery } from './disbursement-targets.query.ts';
import { ExecutionQuery } from './execution.query.ts';
import { budgetStatusAnswer } from './report.answers.ts';
import { QueryRoute } from './query-route.ts';
import { YearEndQuery } from './year-end.query.ts';
import { targetsExample, yearEndExample } from './year-examples.ts';

/** Reports on budgets: what they consist of, how they are used, what becomes of them. */
@ApiTags('Reports')
@Controller('reports')
export class BudgetReportsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organisations: Organisations,
  ) {}

  @QueryRoute({
    path: 'budget-status',
    id: 'reportBudgetStatus',
    answer: budgetStatusAnswer,
    byProject: true,
    example: budgetStatusExample,
    summary:
      'Per project and line: original, supplements, cuts, transfers, current; pre-committed, committed, accepted, disbursed, available',
  })
  async status(@Query() query: ThroughReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), quarter: query.quarter };
    const answer = await this.queries.execute(new BudgetStatusQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'budget-comparison',
    id: 'reportBudgetComparison',
    byProject: true,
    example: budgetComparisonExample,
    summary: 'Original and final budget with actual amounts, and the reasons of every change (IPSAS 24)',
  })
  async comparison(@Query() query: ThroughReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), quarter: query.quarter };
    const asked = new BudgetComparisonQuery(scope, query.knownAt, query.minPosition);
    sendAnswer(reply, await this.queries.execute(asked), query.format);
  }

  @QueryRoute({
    path: 'execution',
    id: 'reportExecution',
    byProject: true,
    example: executionExample,
    summary:
      'In-year execution: use at the stages of commitment and payment against the original budget, cumulative by quarter (PEFA PI-28)',
  })
  async execution(@Query() query: ExecutionReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), quarter: query.quarter, by: query.by };
    const answer = await this.queries.execute(new ExecutionQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'disbursement-targets',
    id: 'reportDisbursementTargets',
    byProject: true,
    example: targetsExample,
    summary: 'Disbursement of all, current and capital expenditure against the target rates of the policy',
  })
  async targets(@Query() query: TargetsReportQuery, @Res() reply: FastifyReply) {
    const named = query.capitalCategories.split(',').map((name) => name.trim());
    const capitalCategories = named.filter((name) => name !== '');
    const scope = { ...(await this.#scope(query)), on: query.on, capitalCategories };
    const asked = new DisbursementTargetsQuery(scope, query.knownAt, query.minPosition);
    sendAnswer(reply, await this.queries.execute(asked), query.format);
  }

  @QueryRoute({
    path: 'year-end',
    id: 'reportYearEnd',
    byProject: true,
    example: yearEndExample,
    summary: 'What was carried forward, returned, lapsed and reserved, and what the next year received',
  })
  async yearEnd(@Query() query: ProjectReportQuery, @Res() reply: FastifyReply) {
    const scope = await this.#scope(query);
    const answer = await this.queries.execute(new YearEndQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  async #scope({ organisation, fiscalYear, project, effectiveTo }: ProjectReportQuery) {
    return {
      organisation: await this.organisations.known(organisation),
      fiscalYear: parseFiscalYear(fiscalYear),
      project,
      effectiveTo,
    };
  }
}
