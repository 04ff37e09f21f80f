import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AccountState, budgetAccount, transferOut } from '#budget';
import { parseBaht, parseFiscalYear, type Satang, streams } from '#kernel';
import type { Posting } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Baht, CodeField, NameField } from '../http/fields.ts';
import { refuse } from '../http/refusals.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import { ReasonedPostingDto } from '../posting/posting.dto.ts';
import { AccountPath, LineDto, LineField } from './account.dto.ts';
import { effectiveOn, toAccount } from './account-posting.ts';

export class TransferPath extends AccountPath {
  @CodeField({ description: 'Number of the transfer', example: 'T-2569-03' })
  transfer!: string;
}

export class ReceivingLineDto {
  @NameField({
    description: 'Project that receives; the same one for a transfer between its lines',
    example: 'P02',
  })
  toProject!: string;

  @CodeField({ description: 'Fund source that receives', example: 'annual-appropriation' })
  toFundSource!: string;

  @CodeField({ description: 'Expenditure category that receives', example: 'capital' })
  toCategory!: string;
}

export class TransferDto extends ReasonedPostingDto {
  @CodeField({ description: 'Number of the transfer document', example: 'T-2569-03' })
  transfer!: string;

  @LineField()
  line!: LineDto;

  @Baht({ description: 'Budget that moves', example: '250000.00' })
  amount!: string;

  @ApiProperty({ type: ReceivingLineDto, description: 'The line that receives' })
  @IsDefined({ message: 'must name the line that receives: toProject, toFundSource and toCategory' })
  @ValidateNested()
  @Type(() => ReceivingLineDto)
  to!: ReceivingLineDto;
}

export class ReverseTransferDto extends ReasonedPostingDto {
  @CodeField({ description: 'Number of the document that takes the transfer back', example: 'T-2569-03-R' })
  reversal!: string;
}

/** What both ends of a transfer share. */
interface Movement {
  readonly transfer: string;
  readonly amount: Satang;
  readonly reason: string;
  readonly reverses?: string;
}

interface End {
  readonly project: string;
  readonly line: LineDto;
}

/** Budget that moves between lines and projects: both ends in one append, or neither. */
@ApiTags('Budget accounts')
@Controller('budget-accounts/:fiscalYear/:project/transfers')
export class TransfersController {
  constructor(
    private readonly poster: Poster,
    private readonly ledger: EmbeddedLedger,
  ) {}

  @CommandRoute({
    path: '',
    cli: 'budget transfer',
    summary: 'Move budget to another line or project: both ends or neither',
  })
  async transfer(
    @Param() path: AccountPath,
    @Body() body: TransferDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { transfer, line, reason, to } = body;
    const movement = { transfer, amount: parseBaht(body.amount), reason };
    const target = { project: to.toProject, line: { fundSource: to.toFundSource, category: to.toCategory } };
    await this.poster.postTogether(request, reply, (organisation) =>
      bothEnds(organisation, path.fiscalYear, movement, { project: path.project, line }, target, body),
    );
  }

  @CommandRoute({
    path: ':transfer/reversals',
    cli: 'budget reverse-transfer',
    summary: 'Take a transfer back as a whole; both movements stay visible',
  })
  async reverse(
    @Param() path: TransferPath,
    @Body() body: ReverseTransferDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { fiscalYear, project, transfer } = path;
    await this.poster.postTogether(request, reply, async (organisation) => {
      const stream = streams.budgetAccount(organisation, parseFiscalYear(fiscalYear), project);
      const state = (await this.ledger.recorder.stateOf(budgetAccount, stream)) as AccountState | undefined;
      const made = state && transferOut(state, transfer);
      if (!made) {
        throw refuse('transfer-not-made', `${project} in ${fiscalYear} has given no transfer ${transfer}.`, {
          transfer,
        });
      }
      const movement = {
        transfer: body.reversal,
        amount: made.amount,
        reason: body.reason,
        reverses: transfer,
      };
      return bothEnds(organisation, fiscalYear, movement, made.other, { project, line: made.line }, body);
    });
  }
}

function bothEnds(
  organisation: string,
  fiscalYear: string,
  movement: Movement,
  from: End,
  to: End,
  body: ReasonedPostingDto,
): Posting[] {
  const day = effectiveOn(body);
  const { source } = body;
  const out = { ...movement, type: 'transfer-out' as const, line: from.line, to, effectiveOn: day };
  const into = { ...movement, type: 'transfer-in' as const, line: to.line, from, effectiveOn: day };
  return [
    toAccount(organisation, { fiscalYear, project: from.project }, out, source),
    toAccount(organisation, { fiscalYear, project: to.project }, into, source),
  ];
}
