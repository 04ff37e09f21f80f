import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseCivilDate, parseFiscalYear, type Quarter } from '#kernel';
import { PROJECT_STATUSES, type ProjectStatus } from '#performance';
import {
  ChoiceField,
  CivilDateField,
  FiscalYearField,
  NameField,
  ReportCodeField,
  QuarterField,
  TextField,
} from '../http/fields.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import { PostingDto } from '../posting/posting.dto.ts';
import { toReport } from './kpi-posting.ts';

export class ReportPath {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: string;

  @NameField({ description: 'Code of the report', example: 'Q2-2569' })
  report!: string;
}

export class DateReportDto extends PostingDto {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: number;

  @ReportCodeField({ description: 'Code of the report, unique in the fiscal year', example: 'Q2-2569' })
  report!: string;

  @QuarterField({ description: 'Quarter that the report closes with' })
  quarter!: Quarter;

  @CivilDateField({ description: 'Day that the figures stand for', example: '2026-03-31' })
  asOf!: string;

  @TextField({ description: 'Title of the report', required: false, maxLength: 500 })
  title?: string;
}

export class ReportStatusDto extends PostingDto {
  @NameField({ description: 'Project code', example: 'P08' })
  project!: string;

  @ChoiceField({ description: 'Status that the report gives', choices: PROJECT_STATUSES })
  status!: ProjectStatus;

  @TextField({ description: 'The status in words', required: false })
  text?: string;

  @ApiProperty({ type: 'integer', required: false, minimum: 0, description: 'Items named as done' })
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be zero or more' })
  achievedItems?: number;
}

/** The quarterly reports of the organisation: their date and the status of each project. */
@ApiTags('Quarterly reports')
@Controller('quarterly-reports')
export class QuarterlyReportsController {
  constructor(private readonly poster: Poster) {}

  @CommandRoute({
    path: '',
    cli: 'quarterly-report date',
    posts: 'quarterlyreport/date-report',
    summary: 'Enter a quarterly report and the day it stands for',
  })
  async date(@Body() body: DateReportDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { source, reason: _, ...facts } = body;
    const fiscalYear = parseFiscalYear(body.fiscalYear);
    const effectiveOn = parseCivilDate(body.effectiveOn);
    await this.poster.post(request, reply, (organisation) =>
      toReport(
        organisation,
        body,
        { ...facts, type: 'date-report', organisation, fiscalYear, effectiveOn },
        source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:report/statuses',
    cli: 'quarterly-report status',
    posts: 'quarterlyreport/report-status',
    summary: 'Give the status of a project in a report',
  })
  async status(
    @Param() path: ReportPath,
    @Body() body: ReportStatusDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { source, ...facts } = body;
    const effectiveOn = parseCivilDate(body.effectiveOn);
    await this.poster.post(request, reply, (organisation) =>
      toReport(organisation, path, { ...facts, type: 'report-status', effectiveOn }, source),
    );
  }
}
