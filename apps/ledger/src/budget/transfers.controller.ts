import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AccountState, budgetAccount, releasedAlong, transferOut } from '#budget';
import { type CivilDate, parseBaht, parseFiscalYear, type Satang, streams, ZERO } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Baht, CodeField, NameField, TextField } from '../http/fields.ts';
import { refuse } from '../http/refusals.ts';
import { Nested } from '../http/nested.ts';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPostingDto, ReasonedAccountPostingDto } from '../posting/posting.dto.ts';
import { AccountPath, LineDto, LineField } from './account.dto.ts';
import { AccountPoster, type AddressedFacts } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';

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

export class TransferDto extends ReasonedAccountPostingDto {
  @CodeField({ description: 'Number of the transfer document', example: 'T-2569-03' })
  transfer!: string;

  @LineField()
  line!: LineDto;

  @Baht({ description: 'Budget that moves', example: '250000.00' })
  amount!: string;

  @ApiProperty({ type: ReceivingLineDto, description: 'The line that receives' })
  @IsDefined({ message: 'must name the line that receives: toProject, toFundSource and toCategory' })
  @Nested(() => ReceivingLineDto)
  to!: ReceivingLineDto;

  @TextField({
    description: 'Reference of the agreement from outside, where the policy wants one',
    required: false,
    maxLength: 200,
  })
  agreement?: string;
}

export class ReportTransferDto extends AccountPostingDto {
  @TextField({ description: 'Letter or number of the report', example: 'กค 0402/123', maxLength: 200 })
  reference!: string;
}

export class ReverseTransferDto extends ReasonedAccountPostingDto {
  @CodeField({ description: 'Number of the document that takes the transfer back', example: 'T-2569-03-R' })
  reversal!: string;
}

/** What both ends of a transfer share. */
interface Movement {
  readonly transfer: string;
  readonly amount: Satang;
  readonly reason: string;
  readonly reverses?: string;
  readonly released?: Satang;
}

interface End {
  readonly project: string;
  readonly line: LineDto;
}

/** Between what a movement goes, when, and with which agreement from outside. */
interface Transfer {
  readonly from: End;
  readonly to: End;
  readonly day: CivilDate;
  readonly agreement?: string | undefined;
}

/** Budget that moves between lines and projects: both ends in one append, or neither. */
@ApiTags('Budget accounts')
@Controller('budget-accounts/:fiscalYear/:project/transfers')
export class TransfersController {
  constructor(
    private readonly accounts: AccountPoster,
    private readonly ledger: EmbeddedLedger,
  ) {}

  @AccountCommandRoute({
    path: '',
    cli: 'budget transfer',
    command: 'transfer-out',
    summary: 'Move budget to another line or project: both ends or neither',
  })
  async transfer(
    @Param() path: AccountPath,
    @Body() body: TransferDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { transfer, line, reason, to, agreement } = body;
    const movement = { transfer, amount: parseBaht(body.amount), reason };
    const target = { project: to.toProject, line: { fundSource: to.toFundSource, category: to.toCategory } };
    const day = effectiveOn(body);
    const { fiscalYear, project } = path;
    await this.accounts.postTogether(request, reply, body, async (organisation) => {
      const along = await this.#along(organisation, path, { line, amount: movement.amount });
      const ends = { from: { project, line }, to: target };
      return bothEnds(fiscalYear, { ...movement, ...along }, { ...ends, day, agreement });
    });
  }

  @AccountCommandRoute({
    path: ':transfer/reversals',
    cli: 'budget reverse-transfer',
    command: 'transfer-in',
    summary: 'Take a transfer back as a whole; both movements stay visible',
  })
  async reverse(
    @Param() path: TransferPath,
    @Body() body: ReverseTransferDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { fiscalYear, project, transfer } = path;
    const day = effectiveOn(body);
    await this.accounts.postTogether(request, reply, body, async (organisation) => {
      const stream = streams.budgetAccount(organisation, parseFiscalYear(fiscalYear), project);
      const state = await this.#stateOf(stream);
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
      const giver = { fiscalYear, project: made.other.project };
      const given = { line: made.other.line, amount: made.amount, reverses: transfer };
      const along = await this.#along(organisation, giver, given);
      const ends = { from: made.other, to: { project, line: made.line } };
      return bothEnds(fiscalYear, { ...movement, ...along }, { ...ends, day });
    });
  }

  @AccountCommandRoute({
    path: ':transfer/reports',
    cli: 'budget report-transfer',
    command: 'report-transfer',
    summary: 'Say that a transfer which owes a report has been reported',
  })
  async report(
    @Param() path: TransferPath,
    @Body() body: ReportTransferDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, {
      type: 'report-transfer',
      transfer: path.transfer,
      reference: body.reference,
      effectiveOn: effectiveOn(body),
    });
  }

  #stateOf(stream: string): Promise<AccountState | undefined> {
    return this.ledger.recorder.stateOf(budgetAccount, stream) as Promise<AccountState | undefined>;
  }

  /** How much of the released budget goes along, so that both ends say the same. */
  async #along(
    organisation: string,
    { fiscalYear, project }: { readonly fiscalYear: string; readonly project: string },
    given: Parameters<typeof releasedAlong>[1],
  ): Promise<{ readonly released?: Satang }> {
    const state = await this.#stateOf(
      streams.budgetAccount(organisation, parseFiscalYear(fiscalYear), project),
    );
    const released = state ? releasedAlong(state, given) : ZERO;
    return released === 0 ? {} : { released };
  }
}

function bothEnds(
  fiscalYear: string,
  movement: Movement,
  { from, to, day, agreement }: Transfer,
): AddressedFacts[] {
  const agreed = agreement === undefined ? {} : { agreement };
  const out = {
    ...movement,
    ...agreed,
    type: 'transfer-out' as const,
    line: from.line,
    to,
    effectiveOn: day,
  };
  const into = { ...movement, type: 'transfer-in' as const, line: to.line, from, effectiveOn: day };
  return [
    { address: { fiscalYear, project: from.project }, facts: out },
    { address: { fiscalYear, project: to.project }, facts: into },
  ];
}
