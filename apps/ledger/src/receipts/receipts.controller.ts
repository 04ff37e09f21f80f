import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { spellReceipt } from '#audit-trail';
import { Access } from '../access/access.ts';
import { Organisations } from '../http/organisations.ts';
import { answered } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { isSet } from '../reports/report.dto.ts';
import { InclusionReceipts } from './inclusion-receipts.ts';
import { LogRoots } from './log-roots.ts';
import { logRootsAnswer, receiptAnswer } from './receipts.answers.ts';
import { LogRootsQueryDto, ReceiptQueryDto } from './receipts.dto.ts';

const ReceiptOfPosting = applyDecorators(
  ApiOperation({
    summary: 'Proof that a posting is in the log, to be kept and checked without the ledger',
    operationId: 'receipt',
    description:
      'All events of the posting that wrote the event, each with its inclusion proof under one signed checkpoint.',
  }),
  ApiParam({ name: 'position', schema: { type: 'string', maxLength: 20 }, example: '217' }),
  ApiOkResponse(answered(receiptAnswer)),
  Refusals(),
);

/** Receipts of postings, and the roots that they are compared with. */
@ApiTags('Receipts')
@Controller('receipts')
export class ReceiptsController {
  constructor(
    private readonly receipts: InclusionReceipts,
    private readonly roots: LogRoots,
    private readonly organisations: Organisations,
  ) {}

  @Get('log-roots')
  @Access({ may: 'replay' })
  @ApiOperation({
    summary: 'Roots of the tree over the first events, computed again from the events as they are stored',
    operationId: 'logRoots',
  })
  @ApiOkResponse(answered(logRootsAnswer))
  @Refusals()
  async logRoots(@Query() { sizes }: LogRootsQueryDto) {
    return { schema: 'obligo.log-roots/1', roots: await this.roots.at(sizes) };
  }

  @Get(':position')
  @Access({ may: 'read-journal', byOrganisation: true })
  @ReceiptOfPosting
  async receipt(
    @Param('position') position: string,
    @Query() query: ReceiptQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { organisation, single, seal } = query;
    const receipt = await this.receipts.of({
      position,
      organisation: organisation === undefined ? undefined : await this.organisations.known(organisation),
      single: isSet(single),
      seal: isSet(seal),
    });
    void reply.type('application/json; charset=utf-8').send(spellReceipt(receipt));
  }
}
