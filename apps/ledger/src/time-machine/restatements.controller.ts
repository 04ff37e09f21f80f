import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { Organisations } from '../http/organisations.ts';
import { sendAnswer } from '../reports/answer.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { restatementsAnswer } from '../reports/restatements.answers.ts';
import { isSet } from '../reports/report.dto.ts';
import { restatementsExample } from './restatements-example.ts';
import { RestatementsQuery } from './restatements.query.ts';
import { RestatementsQueryDto } from './time-machine.dto.ts';

/** What published reports say otherwise now. */
@ApiTags('Reports')
@Controller('reports')
export class RestatementsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organisations: Organisations,
  ) {}

  @QueryRoute({
    path: 'restatements',
    id: 'reportRestatements',
    answer: restatementsAnswer,
    byProject: true,
    example: restatementsExample,
    summary:
      'What the published reports of a year said, what they say now, and the events that made the difference',
  })
  async restatements(@Query() query: RestatementsQueryDto, @Res() reply: FastifyReply) {
    const scope = {
      organisation: await this.organisations.known(query.organisation),
      fiscalYear: parseFiscalYear(query.fiscalYear),
      project: query.project,
      byQuarter: isSet(query.byQuarter),
      effectiveTo: query.effectiveTo,
    };
    const answer = await this.queries.execute(
      new RestatementsQuery(scope, query.knownAt, query.to, query.minPosition),
    );
    sendAnswer(reply, answer, query.format);
  }
}
