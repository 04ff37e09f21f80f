import { Body, Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { reportCss, reportHtml, withDeeperHeadings } from '#board-report';
import { parseFiscalYear } from '#kernel';
import { Guard } from '../access/guard.ts';
import { OrganisationQueryDto } from '../control/control.dto.ts';
import { knownAtJson } from '../reports/answer.ts';
import { Organisations } from '../http/organisations.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { BoardReports } from './board-reports.ts';
import { originOf } from './origin.ts';
import { Publications } from './publications.ts';
import { previewAnswer } from './publishing.answers.ts';
import { ReportPreviewDto } from './publishing.dto.ts';

/** Board reports before they are published. */
@ApiTags('Published reports')
@Controller('board-reports')
export class BoardReportsController {
  constructor(
    private readonly reports: BoardReports,
    private readonly publications: Publications,
    private readonly organisations: Organisations,
    private readonly guard: Guard,
  ) {}

  @QueryRoute({
    path: 'previews',
    id: 'previewBoardReport',
    withBody: true,
    answer: previewAnswer,
    summary: 'A board report as it would be published now, as markup for a page',
  })
  async preview(
    @Body() { fiscalYear: year, ...body }: ReportPreviewDto,
    @Query() query: OrganisationQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const organisation = await this.organisations.known(query.organisation);
    const fiscalYear = parseFiscalYear(year);
    const number = await this.publications.nextNumber(organisation, fiscalYear, body.report);
    const scope = { ...body, organisation, fiscalYear };
    const { report, knownAt } = await this.reports.lay(scope, number, originOf(this.guard, request), false);
    void reply.send({
      schema: 'obligo.board-report-preview/1',
      organisation,
      knownAt: knownAtJson(knownAt),
      number,
      title: report.title,
      canPrint: this.publications.canPrint,
      html: withDeeperHeadings(reportHtml(report)),
      css: reportCss,
    });
  }
}
