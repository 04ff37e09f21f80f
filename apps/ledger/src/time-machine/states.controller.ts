import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { Organisations } from '../http/organisations.ts';
import { sendAnswer } from '../reports/answer.ts';
import type { YearQuery } from '../reports/report.dto.ts';
import { kpiStatesAnswer } from '../performance/kpi.answers.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { AccountStateQuery } from './account-state.query.ts';
import { accountStateAnswer, documentsAnswer } from './state.answers.ts';
import { documentPageOf } from './document-page.ts';
import { DocumentStatesQuery } from './document-states.query.ts';
import { KpiStatesQuery } from './kpi-states.query.ts';
import { AccountStateDto, DocumentStatesDto, KpiStatesDto } from './time-machine.dto.ts';

/** How single things stood: what was known at any moment, of that what takes effect up to any day. */
@ApiTags('States')
@Controller('states')
export class StatesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organisations: Organisations,
  ) {}

  @QueryRoute({
    path: 'account',
    id: 'showAccount',
    answer: accountStateAnswer,
    byProject: true,
    summary: 'A budget account: budget, use and rest of every line, its plan, and the policy in force',
  })
  async account(@Query() query: AccountStateDto, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), project: query.project };
    const answer = await this.queries.execute(new AccountStateQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'documents',
    id: 'listDocuments',
    answer: documentsAnswer,
    byProject: true,
    summary:
      'The documents of an account, or the life of one: request, order, acceptance, payment, and who approved',
  })
  async documents(@Query() query: DocumentStatesDto, @Res() reply: FastifyReply) {
    const { project, document } = query;
    const scope = { ...(await this.#scope(query)), project, document };
    const page = documentPageOf(query);
    const asked = new DocumentStatesQuery(scope, page, query.knownAt, query.minPosition);
    sendAnswer(reply, await this.queries.execute(asked), query.format);
  }

  @QueryRoute({
    path: 'kpis',
    id: 'showKpis',
    byProject: true,
    answer: kpiStatesAnswer,
    summary: 'KPIs with target, plan and results; of a single one also its history',
  })
  async kpis(@Query() query: KpiStatesDto, @Res() reply: FastifyReply) {
    const { project, kpi } = query;
    const scope = { ...(await this.#scope(query)), project, kpi };
    const answer = await this.queries.execute(new KpiStatesQuery(scope, query.knownAt, query.minPosition));
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
