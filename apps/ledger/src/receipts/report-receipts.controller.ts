import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { spellReceipt } from '#audit-trail';
import { Access } from '../access/access.ts';
import { Refusals } from '../http/problem.dto.ts';
import { refuse } from '../http/refusals.ts';
import { ReportReceipts } from './report-receipts.ts';

/** Receipts of reports. */
@ApiTags('Receipts')
@Controller('report-receipts')
export class ReportReceiptsController {
  constructor(private readonly receipts: ReportReceipts) {}

  @Post(':report')
  @HttpCode(200)
  @Access({ may: 'read-reports', byOrganisation: true, byProject: true })
  @ApiOperation({
    summary:
      'What a report was made from, and the hash of its bytes, so that it can be made again and compared',
    operationId: 'reportReceipt',
    description:
      'Takes the query of the report, and its format. The report that it belongs to is the one of the query in the receipt. What is not sealed yet is sealed first.',
  })
  @ApiParam({ name: 'report', schema: { type: 'string', maxLength: 64 }, example: 'quarterly' })
  @ApiOkResponse({ description: 'The answer', schema: { type: 'object', additionalProperties: true } })
  @Refusals()
  async receipt(
    @Param('report') report: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { receipt, refused } = await this.receipts.of(report, queryOf(request), request);
    const type = refused ? String(refused.headers['content-type']) : 'application/json; charset=utf-8';
    const answer = refused ? refused.rawPayload : spellReceipt(receipt);
    void reply
      .status(refused?.statusCode ?? 200)
      .type(type)
      .send(answer);
  }
}

/** The query as it was sent, to be checked by the report; what stands twice is not taken. */
function queryOf({ query }: FastifyRequest): Record<string, string> {
  const given = Object.entries(query as Readonly<Record<string, unknown>>);
  const twice = given.filter(([, value]) => typeof value !== 'string').map(([name]) => name);
  if (twice.length === 0) return Object.fromEntries(given) as Record<string, string>;
  throw refuse('input-invalid', `The query names ${twice.join(', ')} more than once.`, {
    errors: twice.map((field) => ({ field, expected: 'must stand once' })),
  });
}
