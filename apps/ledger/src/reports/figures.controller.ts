import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { DOCUMENT_MEASURES, EXPLAINED_MEASURES } from '#reporting';
import { Organisations } from '../http/organisations.ts';
import { pageOf } from '../http/paging.ts';
import { refuse } from '../http/refusals.ts';
import { type Answer, sendAnswer } from './answer.ts';
import { explainExample } from './examples.ts';
import { ProjectReportQuery } from './budget-report.dto.ts';
import { courseAnswer, restatedCellsAnswer } from './course.answers.ts';
import { CourseQuery } from './course.query.ts';
import { explainAnswer } from './explain.answers.ts';
import { ExplainDocumentQuery } from './explain-document.query.ts';
import { ExplainQueryDto } from './explain.dto.ts';
import { ExplainQuery } from './explain.query.ts';
import { QueryRoute } from './query-route.ts';
import { isSet, QuarterlyQueryDto, type YearQuery } from './report.dto.ts';
import { RestatedCellsQuery } from './restated-cells.query.ts';

/** Single figures: what stands behind them. */
@ApiTags('Reports')
@Controller()
export class FiguresController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organisations: Organisations,
  ) {}

  @QueryRoute({
    path: 'explain',
    id: 'explain',
    byProject: true,
    answer: explainAnswer,
    example: explainExample,
    summary:
      'One cell of a report, or one amount of a document: the events behind it, its parts and its earlier values',
  })
  async explain(@Query() query: ExplainQueryDto, @Res() reply: FastifyReply) {
    const scope = await this.#scope(query);
    const answer =
      query.document === undefined
        ? await this.#cell(scope, query)
        : await this.#document(scope, query, query.document);
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'reports/course',
    id: 'reportCourse',
    byProject: true,
    answer: courseAnswer,
    summary: 'What was used month by month and quarter by quarter, beside the plan of the quarters',
  })
  async course(@Query() query: ProjectReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), project: query.project };
    const answer = await this.queries.execute(new CourseQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'reports/restated-cells',
    id: 'reportRestatedCells',
    byProject: true,
    answer: restatedCellsAnswer,
    summary: 'The cells of the quarterly report of which a published report said something else',
  })
  async restatedCells(@Query() query: QuarterlyQueryDto, @Res() reply: FastifyReply) {
    const { quarter, project } = query;
    const scope = { ...(await this.#scope(query)), quarter, byQuarter: isSet(query.byQuarter), project };
    const answer = await this.queries.execute(
      new RestatedCellsQuery(scope, query.knownAt, query.minPosition),
    );
    sendAnswer(reply, answer, query.format);
  }

  #cell(scope: Scope, query: ExplainQueryDto): Promise<Answer> {
    const { project, quarter, month, fundSource, category, knownAt, minPosition } = query;
    const measure = oneOf(EXPLAINED_MEASURES, query.measure, 'of a cell');
    const place = { project, quarter, month, measure, cumulative: isSet(query.cumulative) };
    const cell = { ...scope, ...place, fundSource, category };
    return this.queries.execute(new ExplainQuery(cell, pageOf(query), knownAt, minPosition));
  }

  #document(scope: Scope, query: ExplainQueryDto, document: string): Promise<Answer> {
    const { project, stage, item, knownAt, minPosition } = query;
    if (project === undefined) throw missingProject();
    const measure = oneOf(DOCUMENT_MEASURES, query.measure, 'of a document');
    const place = { ...scope, project, document, stage, item, measure };
    return this.queries.execute(new ExplainDocumentQuery(place, pageOf(query), knownAt, minPosition));
  }

  async #scope({ organisation, fiscalYear, effectiveTo }: YearQuery) {
    return {
      organisation: await this.organisations.known(organisation),
      fiscalYear: parseFiscalYear(fiscalYear),
      effectiveTo,
    };
  }
}

type Scope = Pick<ExplainQuery['scope'], 'organisation' | 'fiscalYear' | 'effectiveTo'>;

function oneOf<Measure extends string>(measures: readonly Measure[], given: string, what: string): Measure {
  const found = measures.find((measure) => measure === given);
  if (found !== undefined) return found;
  const expected = `must be a measure ${what}: ${measures.join(', ')}`;
  throw refuse('input-invalid', `${given} is no measure ${what}: expected one of ${measures.join(', ')}.`, {
    errors: [{ field: 'measure', given, expected }],
  });
}

const missingProject = () =>
  refuse('input-invalid', 'It is not said whose document is meant: expected project.', {
    errors: [{ field: 'project', message: 'must be given with document' }],
  });
