import { Body, Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseCivilDate, parseFiscalYear } from '#kernel';
import { publishedReports } from '#read-models';
import { Access } from '../access/access.ts';
import { Guard } from '../access/guard.ts';
import { Organisations } from '../http/organisations.ts';
import { PostingContexts } from '../http/posting-context.ts';
import { Refusals } from '../http/problem.dto.ts';
import { ReportPath } from '../performance/quarterly-reports.controller.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { saidBeside, sendReceipt } from '../posting/poster.ts';
import { type Answer, sendAnswer } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { originOf } from './origin.ts';
import { PublicationViews } from './publication-views.ts';
import { publicationsTable } from './publications-table.ts';
import { Publications } from './publications.ts';
import { publicationAnswer, publicationPageAnswer, publicationsAnswer } from './publishing.answers.ts';
import {
  PublicationListDto,
  PublicationPath,
  PublicationsQueryDto,
  PublishedFilePath,
  PublishedFileQueryDto,
  PublishReportDto,
} from './publishing.dto.ts';

/** Reports as they were published: numbered sets of files that never change. */
@ApiTags('Published reports')
@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: Publications,
    private readonly views: PublicationViews,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
    private readonly contexts: PostingContexts,
    private readonly guard: Guard,
  ) {}

  @CommandRoute({
    path: 'quarterly-reports/:fiscalYear/:report/publications',
    cli: 'quarterly-report publish',
    posts: 'quarterlyreport/publish-report',
    summary: 'Publish a report: freeze it as a numbered set of files',
    description:
      'PDF, XLSX, PPTX, CSV, HTML and JSON of the same figures. Nothing is numbered when a file cannot be made.',
  })
  async publish(
    @Param() path: ReportPath,
    @Body() body: PublishReportDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = { ...(await this.contexts.of(request)), ...saidBeside(request) };
    const { number, withoutPdf = false, reason, source, template, language, knownAt, title, foreword } = body;
    const receipt = await this.publications.publish(
      {
        scope: {
          organisation: context.organisation,
          fiscalYear: parseFiscalYear(path.fiscalYear),
          report: path.report,
          ...{ template, language, knownAt, title, foreword },
        },
        ...{ number, withoutPdf, source },
        origin: originOf(this.guard, request),
        command: { reason, effectiveOn: parseCivilDate(body.effectiveOn) },
      },
      context,
    );
    sendReceipt(reply, receipt);
  }

  @QueryRoute({
    path: 'publications',
    id: 'listPublications',
    answer: publicationsAnswer,
    summary: 'The published reports, the newest first, each with the number of cells that changed since',
  })
  async list(@Query() query: PublicationListDto, @Res() reply: FastifyReply): Promise<void> {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const rows = this.views.list(organisation, knownAt.position);
    const answer: Answer = {
      schema: 'obligo.publications/1',
      provenance: { query: { organisation, knownAt: knownAt.asked }, knownAt, projection: publishedReports },
      body: { rows },
      table: publicationsTable(rows),
    };
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'publications/:number',
    id: 'publication',
    answer: publicationAnswer,
    summary: 'A published report: its files with their digests, its receipt, and what changed since',
  })
  async one(
    @Param() { number }: PublicationPath,
    @Query() query: PublicationsQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const row = this.publications.find(organisation, number, knownAt.position);
    const view = this.views.whole(organisation, row, knownAt.position, originOf(this.guard, request));
    void reply.send({ schema: 'obligo.publication/1', organisation, ...view });
  }

  @QueryRoute({
    path: 'publications/:number/page',
    id: 'publicationPage',
    answer: publicationPageAnswer,
    summary: 'A published report as it was published, as markup for a page',
  })
  async page(
    @Param() { number }: PublicationPath,
    @Query() query: PublicationsQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const row = this.publications.find(organisation, number, knownAt.position);
    const page = await this.views.page(organisation, row);
    void reply.send({ schema: 'obligo.publication-page/1', number, ...page });
  }

  @Get('publications/:number/files/:file')
  @Access({ may: 'read-reports', byOrganisation: true })
  @ApiOperation({
    summary: 'A file of a published report, byte for byte as it was published',
    operationId: 'publishedFile',
    description: 'Its digest is checked each time. With bom=yes a CSV begins with a byte order mark.',
  })
  @ApiOkResponse({
    description: 'The file',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @Refusals()
  async file(
    @Param() { number, file: name }: PublishedFilePath,
    @Query() query: PublishedFileQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const organisation = await this.organisations.known(query.organisation);
    const { position } = await this.moments.resolve(organisation, undefined);
    const row = this.publications.find(organisation, number, position);
    const { file, bytes } = await this.publications.read(organisation, row, name);
    const marked = query.bom === 'yes' && name.endsWith('.csv');
    const saved = encodeURIComponent(`${row.number}-${name}`);
    void reply
      .headers({
        'content-disposition': `attachment; filename*=UTF-8''${saved}`,
        'obligo-sha256': file.sha256,
        'obligo-position': row.position,
        'cache-control': 'private, no-cache',
      })
      .type(file.type)
      .send(marked ? Buffer.concat([Buffer.from('\uFEFF'), bytes]) : bytes);
  }
}
