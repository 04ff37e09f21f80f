import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBaht } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPath } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import { OffBudgetNoteDto } from './chain.dto.ts';

/** Lines of documents that do not touch the budget, and say so. */
@ApiTags('Documents')
@Controller('budget-accounts/:fiscalYear/:project/off-budget-notes')
export class NotesController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: '',
    cli: 'document note',
    command: 'note-off-budget-line',
    summary: 'Note a line of a document that does not touch the budget',
  })
  async note(
    @Param() path: AccountPath,
    @Body() body: OffBudgetNoteDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { stage, document, item, description } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'note-off-budget-line',
      stage,
      document,
      item,
      amount: parseBaht(body.amount),
      description,
      effectiveOn: effectiveOn(body),
    });
  }
}
