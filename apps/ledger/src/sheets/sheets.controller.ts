import { applyDecorators, Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.ts';
import { identityOf } from '../access/identity.ts';
import { answered, schemaOf } from '../http/answer-schema.ts';
import { Organisations } from '../http/organisations.ts';
import { Refusals } from '../http/problem.dto.ts';
import { ReceiptDto } from '../posting/posting.dto.ts';
import { postedSheetAnswer, progressAnswer, sheetAnswer } from './sheet.answers.ts';
import {
  PostedSheetQueryDto,
  ProgressQueryDto,
  ReverseSheetDto,
  SheetDto,
  TemplateQueryDto,
} from './sheet.dto.ts';
import { SheetProgresses } from './sheet-progress.ts';
import { SheetReversals } from './sheet-reversals.ts';
import { Sheets } from './sheets.ts';
import { templateOf } from './templates.ts';

const Organisation = ApiQuery({
  name: 'organisation',
  required: false,
  type: String,
  description: 'Needed when the ledger has several',
});
const DryRun = ApiQuery({
  name: 'dryRun',
  required: false,
  type: Boolean,
  description: 'Decides and answers, records nothing',
});
const Key = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'Same key and same input: the first answer again, nothing recorded twice. Made up when absent.',
  schema: { type: 'string', maxLength: 200 },
});
const Position = ApiParam({ name: 'position', schema: { type: 'string', maxLength: 20 }, example: '217' });

const TakeRoute = applyDecorators(
  Post(),
  Access({ posts: 'budgetaccount' }),
  ApiOperation({
    summary: 'Post the rows of a sheet, all or nothing',
    operationId: 'sheetPost',
    description:
      'Every row is decided against those before it. One refused row refuses the sheet, and every fault is listed with its row and column.',
  }),
  Key,
  DryRun,
  Organisation,
  ApiOkResponse({ description: 'A dry run, or recorded before', schema: schemaOf(sheetAnswer) }),
  ApiCreatedResponse({ description: 'Recorded', schema: schemaOf(sheetAnswer) }),
  Refusals(),
);

/** Sheets of rows that are posted together, and taken back together. */
@ApiTags('Sheets')
@Controller('sheets')
export class SheetsController {
  constructor(
    private readonly sheets: Sheets,
    private readonly reversals: SheetReversals,
    private readonly progresses: SheetProgresses,
    private readonly organisations: Organisations,
  ) {}

  @TakeRoute
  async take(@Body() body: SheetDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.sheets.take(body, request, reply);
  }

  @Post('submissions')
  @Access({ posts: 'budgetaccount' })
  @ApiOperation({
    summary: 'Hand the rows of a sheet in for approval, as one waiting document',
    operationId: 'sheetSubmit',
    description:
      'All rows are recorded together when the last tier approves. What would be refused today is not taken.',
  })
  @Key
  @Organisation
  @ApiQuery({ name: 'submit', type: String, description: 'Number of the waiting document' })
  @ApiOkResponse({ type: ReceiptDto, description: 'Handed in before' })
  @ApiCreatedResponse({ type: ReceiptDto, description: 'Handed in' })
  @Refusals()
  async handIn(@Body() body: SheetDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.sheets.handIn(body, request, reply);
  }

  @Get('progress')
  @Access({ signedIn: true })
  @ApiOperation({
    summary: 'How far an own sheet has come that is being posted',
    operationId: 'sheetProgress',
  })
  @ApiOkResponse(answered(progressAnswer))
  @Refusals()
  progress(@Query() { key }: ProgressQueryDto, @Req() request: FastifyRequest) {
    const running = this.progresses.of(identityOf(request).name, key);
    return {
      schema: 'obligo.sheet-progress/1',
      running: running !== undefined,
      decided: running?.decided ?? 0,
      of: running?.of ?? 0,
    };
  }

  @Get('templates/:file')
  @Access({ signedIn: true })
  @ApiOperation({ summary: 'An empty sheet of a kind, as XLSX or CSV', operationId: 'sheetTemplate' })
  @ApiParam({ name: 'file', schema: { type: 'string', maxLength: 64 }, example: 'commitments.xlsx' })
  @ApiOkResponse({
    description: 'The file',
    content: {
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
        schema: { type: 'string', format: 'binary' },
      },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @Refusals()
  async template(
    @Param('file') file: string,
    @Query() { lang = 'th' }: TemplateQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, type, bytes } = await templateOf(file, lang);
    void reply
      .type(type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Buffer.from(bytes));
  }

  @Get(':position')
  @Access({ may: 'read-journal', byOrganisation: true })
  @ApiOperation({
    summary: 'What was recorded together, and whether it was taken back',
    operationId: 'sheetPosted',
  })
  @Position
  @ApiOkResponse(answered(postedSheetAnswer))
  @Refusals()
  async posted(@Param('position') position: string, @Query() { organisation }: PostedSheetQueryDto) {
    return this.reversals.look(position, await this.organisations.known(organisation));
  }

  @Post(':position/reversals')
  @Access({ posts: 'budgetaccount' })
  @ApiOperation({
    summary: 'Take back as one what a sheet recorded, all or nothing',
    operationId: 'sheetReverse',
    description:
      'Each document is taken back, the last one first. What was used since refuses the whole, and is named. The same posting is taken back once, under whatever key.',
  })
  @Position
  @DryRun
  @Organisation
  @ApiOkResponse({ type: ReceiptDto, description: 'A dry run, or taken back before' })
  @ApiCreatedResponse({ type: ReceiptDto, description: 'Taken back' })
  @Refusals()
  async reverse(
    @Param('position') position: string,
    @Body() body: ReverseSheetDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.reversals.reverse(position, body, request, reply);
  }
}
