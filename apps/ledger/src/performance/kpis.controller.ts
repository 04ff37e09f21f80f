import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CivilDate, parseCivilDate, parseFiscalYear } from '#kernel';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import {
  CorrectResultDto,
  DefineKpiDto,
  KpiPath,
  MarkAchievedDto,
  RecordResultDto,
  ResultPath,
  ReviseKpiPlanDto,
  ReviseTargetDto,
  SetKpiPlanDto,
  SetTargetDto,
} from './kpi.dto.ts';
import { toKpi } from './kpi-posting.ts';

/** The fields of a body that belong to the command, with its date read; what it rests on stands beside the event. */
function facts<Body extends { effectiveOn: string; source?: string; evidence?: unknown }>(
  body: Body,
): Omit<Body, 'effectiveOn' | 'source' | 'evidence'> & { effectiveOn: CivilDate } {
  const { source: _, evidence: _files, effectiveOn, ...rest } = body;
  return { ...rest, effectiveOn: parseCivilDate(effectiveOn) };
}

/** Indicators: what is promised, planned, and brought about. */
@ApiTags('KPIs')
@Controller('kpis')
export class KpisController {
  constructor(private readonly poster: Poster) {}

  @CommandRoute({
    path: '',
    cli: 'kpi define',
    posts: 'kpi/define-kpi',
    summary: 'Define a KPI for a fiscal year',
  })
  async define(@Body() body: DefineKpiDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const fiscalYear = parseFiscalYear(body.fiscalYear);
    await this.poster.post(request, reply, (organisation) =>
      toKpi(
        organisation,
        body,
        { ...facts(body), type: 'define-kpi', organisation, fiscalYear },
        body.source,
      ),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:kpi/target',
    cli: 'kpi set-target',
    posts: 'kpi/set-target',
    summary: 'Set the target of the year',
  })
  async setTarget(
    @Param() path: KpiPath,
    @Body() body: SetTargetDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.poster.post(request, reply, (organisation) =>
      toKpi(organisation, path, { ...facts(body), type: 'set-target' }, body.source),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:kpi/target-revisions',
    cli: 'kpi revise-target',
    posts: 'kpi/revise-target',
    summary: 'Set another target; the earlier one stays in the log',
  })
  async reviseTarget(
    @Param() path: KpiPath,
    @Body() body: ReviseTargetDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.poster.post(request, reply, (organisation) =>
      toKpi(organisation, path, { ...facts(body), type: 'revise-target' }, body.source),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:kpi/plan',
    cli: 'kpi set-plan',
    posts: 'kpi/set-plan',
    summary: 'Plan what each quarter is to bring',
  })
  async setPlan(
    @Param() path: KpiPath,
    @Body() body: SetKpiPlanDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.poster.post(request, reply, (organisation) =>
      toKpi(organisation, path, { ...facts(body), type: 'set-plan' }, body.source),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:kpi/plan-revisions',
    cli: 'kpi revise-plan',
    posts: 'kpi/revise-plan',
    summary: 'Plan the quarters anew; the earlier plan stays in the log',
  })
  async revisePlan(
    @Param() path: KpiPath,
    @Body() body: ReviseKpiPlanDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.poster.post(request, reply, (organisation) =>
      toKpi(organisation, path, { ...facts(body), type: 'revise-plan' }, body.source),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:kpi/results',
    cli: 'kpi record-result',
    posts: 'kpi/record-result',
    summary: 'Record what a quarter brought, in numbers, in words or both',
  })
  async recordResult(
    @Param() path: KpiPath,
    @Body() body: RecordResultDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.poster.post(request, reply, (organisation) =>
      toKpi(organisation, path, { ...facts(body), type: 'record-result' }, body.source),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:kpi/results/:result/corrections',
    cli: 'kpi correct-result',
    posts: 'kpi/correct-result',
    summary: 'State a recorded result anew, as a whole',
  })
  async correctResult(
    @Param() path: ResultPath,
    @Body() body: CorrectResultDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { result } = path;
    await this.poster.post(request, reply, (organisation) =>
      toKpi(organisation, path, { ...facts(body), type: 'correct-result', result }, body.source),
    );
  }

  @CommandRoute({
    path: ':fiscalYear/:kpi/achievement',
    cli: 'kpi mark-achieved',
    posts: 'kpi/mark-achieved',
    summary: 'Say that the KPI is achieved, as a report names it',
  })
  async markAchieved(
    @Param() path: KpiPath,
    @Body() body: MarkAchievedDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.poster.post(request, reply, (organisation) =>
      toKpi(organisation, path, { ...facts(body), type: 'mark-achieved' }, body.source),
    );
  }
}
