import { Body, Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { Organisations } from '../http/organisations.ts';
import { kpiReportAnswer } from '../performance/kpi.answers.ts';
import { diffAnswer } from '../time-machine/diff.answers.ts';
import { sendAnswer } from './answer.ts';
import { BudgetBookQuery } from './budget-book.query.ts';
import { DiffQueryDto } from './diff.dto.ts';
import { DiffQuery } from './diff.query.ts';
import {
  budgetBookExample,
  diffExample,
  kpiExample,
  quarterlyExample,
  reconcileExample,
} from './examples.ts';
import { KpiReportQuery } from './kpi.query.ts';
import { QuarterlyReportQuery } from './quarterly.query.ts';
import { QueryRoute } from './query-route.ts';
import { ReconcilePublishedQuery } from './reconcile.query.ts';
import {
  isSet,
  QuarterlyQueryDto,
  QuarterQuery,
  ReconcileDto,
  ReconcileQuery,
  StatusQueryDto,
  YearQuery,
} from './report.dto.ts';
import { quarterlyAnswer, statusAnswer } from './report.answers.ts';
import { StatusReportQuery } from './status.query.ts';

/** Reports, and the questions asked about their figures. */
@ApiTags('Reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organisations: Organisations,
  ) {}

  @QueryRoute({
    path: 'reports/quarterly',
    id: 'reportQuarterly',
    answer: quarterlyAnswer,
    byProject: true,
    example: quarterlyExample,
    summary: 'Plan against actual per project, to a quarter or by quarter',
  })
  async quarterly(@Query() query: QuarterlyQueryDto, @Res() reply: FastifyReply) {
    const scope = {
      ...(await this.#scope(query)),
      quarter: query.quarter,
      byQuarter: isSet(query.byQuarter),
      project: query.project,
    };
    const answer = await this.queries.execute(
      new QuarterlyReportQuery(scope, query.knownAt, query.minPosition),
    );
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'reports/budget-book',
    id: 'reportBudgetBook',
    example: budgetBookExample,
    summary:
      'The budget of a year from both sides: revenue by fund source, expenditure by group, project and line',
  })
  async budgetBook(@Query() query: YearQuery, @Res() reply: FastifyReply) {
    const scope = await this.#scope(query);
    const answer = await this.queries.execute(new BudgetBookQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'reports/kpi',
    id: 'reportKpi',
    byProject: true,
    answer: kpiReportAnswer,
    example: kpiExample,
    summary: 'Plan, result and progress per KPI and quarter',
  })
  async kpi(@Query() query: QuarterQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), quarter: query.quarter, project: query.project };
    const answer = await this.queries.execute(new KpiReportQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'reports/status',
    id: 'reportStatus',
    answer: statusAnswer,
    summary: 'Status of the projects per quarterly report',
  })
  async status(@Query() query: StatusQueryDto, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), quarter: query.quarter };
    const answer = await this.queries.execute(new StatusReportQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'diff',
    id: 'diff',
    byProject: true,
    answer: diffAnswer,
    example: diffExample,
    summary: 'The same figures at two points of both axes: changed cells, and the events that explain each',
  })
  async diff(@Query() query: DiffQueryDto, @Res() reply: FastifyReply) {
    const { quarter, project, of, from, to, effectiveTo, fromEffectiveTo, toEffectiveTo } = query;
    const scope = {
      organisation: await this.organisations.known(query.organisation),
      fiscalYear: parseFiscalYear(query.fiscalYear),
      ...{ quarter, byQuarter: isSet(query.byQuarter), project, of },
    };
    const roots = isSet(query.roots);
    const points = { from, to: to ?? query.knownAt, effectiveTo, fromEffectiveTo, toEffectiveTo, roots };
    const answer = await this.queries.execute(new DiffQuery(scope, points));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'reconcile',
    id: 'reconcile',
    example: reconcileExample,
    summary: 'A published table against the ledger: equal cells, and differing cells with the difference',
    withBody: true,
  })
  async reconcile(@Query() query: ReconcileQuery, @Body() body: ReconcileDto, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const answer = await this.queries.execute(new ReconcilePublishedQuery(organisation, body));
    sendAnswer(reply, answer, query.format);
  }

  async #scope({ organisation, fiscalYear, effectiveTo }: YearQuery) {
    return {
      organisation: await this.organisations.known(organisation),
      fiscalYear: parseFiscalYear(fiscalYear),
      effectiveTo,
    };
  }
}
