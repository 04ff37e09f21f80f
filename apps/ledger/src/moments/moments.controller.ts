import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { ChoiceField, FiscalYearField, TextField } from '../http/fields.ts';
import { Organisations } from '../http/organisations.ts';
import { type Format, FORMATS, knownAtJson, sendAnswer } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { KNOWN_AT } from '../reports/report.dto.ts';
import { OrganisationQueryDto } from '../control/control.dto.ts';
import { momentAnswer, momentsAnswer } from './moments.answers.ts';
import { MomentsQuery } from './moments.query.ts';

export class MomentsQueryDto extends OrganisationQueryDto {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: string;

  @ChoiceField({ description: 'Form of the answer', choices: FORMATS, required: false })
  format: Format = 'json';
}

export class MomentQueryDto extends OrganisationQueryDto {
  @TextField({ description: KNOWN_AT, required: false, maxLength: 64, example: '2025-12-30' })
  knownAt?: string;
}

/** Whoever looks at figures or settings as they were; a moment says nothing of either. */
const FINDERS = ['read-reports', 'administer', 'operate'] as const;

/** Moments that people know by name, and the place in the log that a moment resolves to. */
@ApiTags('Moments')
@Controller('moments')
export class MomentsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
  ) {}

  @QueryRoute({
    path: '',
    id: 'listMoments',
    may: FINDERS,
    answer: momentsAnswer,
    summary: 'The moments of a fiscal year that have a name: reports, publications, closings; newest first',
  })
  async list(@Query() query: MomentsQueryDto, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const fiscalYear = parseFiscalYear(query.fiscalYear);
    sendAnswer(reply, await this.queries.execute(new MomentsQuery(organisation, fiscalYear)), query.format);
  }

  @QueryRoute({
    path: 'resolve',
    id: 'resolveMoment',
    may: FINDERS,
    answer: momentAnswer,
    summary: 'The place in the log that a moment means, and when that was booked',
  })
  async resolve(@Query() query: MomentQueryDto, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const head = (await this.ledger.store.head()) ?? '0';
    void reply.send({
      schema: 'obligo.moment/1',
      organisation,
      knownAt: knownAtJson(knownAt),
      isNow: String(knownAt.position) === head,
      head,
    });
  }
}
