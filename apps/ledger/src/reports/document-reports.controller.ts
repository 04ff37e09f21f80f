import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseFiscalYear } from '#kernel';
import { Organisations } from '../http/organisations.ts';
import { refuse } from '../http/refusals.ts';
import { AgeingQuery } from './ageing.query.ts';
import { sendAnswer } from './answer.ts';
import { DayReportQuery, PaymentDaysReportQuery, type ProjectReportQuery } from './budget-report.dto.ts';
import {
  ageingExample,
  likelyToLapseExample,
  paymentDaysExample,
  transferReportsExample,
} from './document-examples.ts';
import { LikelyToLapseQuery } from './likely-to-lapse.query.ts';
import { PaymentDaysQuery } from './payment-days.query.ts';
import { ageingAnswer } from './report.answers.ts';
import { QueryRoute } from './query-route.ts';
import { TransferReportsQuery } from './transfer-reports.query.ts';

const MOST_DAYS = 366;

/** Reports on single documents: how old, how late, how near their end. */
@ApiTags('Reports')
@Controller('reports')
export class DocumentReportsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organisations: Organisations,
  ) {}

  @QueryRoute({
    path: 'ageing',
    id: 'reportAgeing',
    answer: ageingAnswer,
    byProject: true,
    example: ageingExample,
    summary: 'Outstanding commitments, and what is accepted and not paid, by age in days',
  })
  async ageing(@Query() query: DayReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), on: query.on };
    const answer = await this.queries.execute(new AgeingQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'likely-to-lapse',
    id: 'reportLikelyToLapse',
    byProject: true,
    example: likelyToLapseExample,
    summary: 'Available money and open documents that end with the year, or with their reservation',
  })
  async likelyToLapse(@Query() query: DayReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), on: query.on };
    const asked = new LikelyToLapseQuery(scope, query.knownAt, query.minPosition);
    sendAnswer(reply, await this.queries.execute(asked), query.format);
  }

  @QueryRoute({
    path: 'payment-days',
    id: 'reportPaymentDays',
    byProject: true,
    example: paymentDaysExample,
    summary: 'Days from request over order and acceptance to payment, with median and 90th percentile',
  })
  async paymentDays(@Query() query: PaymentDaysReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), limitDays: daysOf(query.limitDays) };
    const answer = await this.queries.execute(new PaymentDaysQuery(scope, query.knownAt, query.minPosition));
    sendAnswer(reply, answer, query.format);
  }

  @QueryRoute({
    path: 'transfer-reports',
    id: 'reportTransferReports',
    byProject: true,
    example: transferReportsExample,
    summary: 'Transfers that owe a report: due, reported, overdue',
  })
  async transferReports(@Query() query: DayReportQuery, @Res() reply: FastifyReply) {
    const scope = { ...(await this.#scope(query)), on: query.on };
    const asked = new TransferReportsQuery(scope, query.knownAt, query.minPosition);
    sendAnswer(reply, await this.queries.execute(asked), query.format);
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

function daysOf(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : MOST_DAYS + 1;
  if (days <= MOST_DAYS) return days;
  throw refuse('input-invalid', `limitDays is "${text}": expected 0 to ${MOST_DAYS}.`, {
    errors: [{ field: 'limitDays', message: `must be a whole number of days, 0 to ${MOST_DAYS}` }],
  });
}
