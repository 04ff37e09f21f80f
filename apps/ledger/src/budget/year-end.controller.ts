import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseCivilDate } from '#kernel';
import { ChoiceField, CivilDateField, CodeField, CountField } from '../http/fields.ts';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPostingDto, ReasonedAccountPostingDto } from '../posting/posting.dto.ts';
import { AccountPath } from './account.dto.ts';
import { AccountPoster } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import { YearEnds } from './year-ends.ts';

export class ReservationPath extends AccountPath {
  @CodeField({ description: 'Number of the reservation', example: 'RS-2569-01' })
  reservation!: string;
}

export class ReserveDto extends AccountPostingDto {
  @CodeField({ description: 'Number of the reservation, unique in the account', example: 'RS-2569-01' })
  reservation!: string;

  @ChoiceField({
    description: 'Stage of the document whose money is reserved; a request has no obligation yet',
    choices: ['commitment', 'acceptance', 'request'],
  })
  stage!: 'commitment' | 'acceptance' | 'request';

  @CodeField({ description: 'Number of the document', example: 'PO-2569-014' })
  document!: string;

  @CodeField({ description: 'Item of the document, when it has several lines', required: false })
  item?: string;
}

export class ConfirmDto extends AccountPostingDto {
  @CivilDateField({
    description: 'Last day of disbursement; that of the policy when absent, and never later',
    example: '2027-03-31',
    required: false,
  })
  until?: string;
}

export class ExtendDto extends ReasonedAccountPostingDto {
  @CivilDateField({ description: 'New last day of disbursement', example: '2027-06-30' })
  until!: string;

  @CodeField({ description: 'Number of the letter that agrees', example: 'กค 0402/456' })
  agreement!: string;
}

export class ReverseStepDto extends ReasonedAccountPostingDto {
  @CountField({
    description: 'Number of the step, counted from 1; it must be the last one. The last one when absent',
    required: false,
  })
  step?: number;
}

/** The end of a fiscal year: reserve, confirm, disburse, extend, lapse, close; each step taken back in order. */
@ApiTags('Year-end')
@Controller('budget-accounts/:fiscalYear/:project/year-end')
export class YearEndController {
  constructor(
    private readonly accounts: AccountPoster,
    private readonly yearEnds: YearEnds,
  ) {}

  @AccountCommandRoute({
    path: 'reservations',
    cli: 'year-end reserve',
    command: 'reserve-at-year-end',
    summary: 'Reserve the money of a document for the time after the year',
  })
  async reserve(
    @Param() path: AccountPath,
    @Body() body: ReserveDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reservation, stage, document, item } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'reserve-at-year-end',
      reservation,
      document: { stage, number: document, ...(item === undefined ? {} : { item }) },
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'reservations/:reservation/confirmations',
    cli: 'year-end confirm',
    command: 'confirm-reservation',
    summary: 'Confirm a reservation: its money may be disbursed after the year',
  })
  async confirm(
    @Param() path: ReservationPath,
    @Body() body: ConfirmDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, {
      type: 'confirm-reservation',
      reservation: path.reservation,
      until: body.until === undefined ? undefined : parseCivilDate(body.until),
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'reservations/:reservation/extensions',
    cli: 'year-end extend',
    command: 'extend-reservation',
    summary: 'Extend the time of a reservation by agreement',
  })
  async extend(
    @Param() path: ReservationPath,
    @Body() body: ExtendDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { agreement, reason } = body;
    await this.accounts.post(request, reply, path, body, {
      type: 'extend-reservation',
      reservation: path.reservation,
      until: parseCivilDate(body.until),
      agreement,
      reason,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'reservations/:reservation/lapses',
    cli: 'year-end lapse',
    command: 'lapse-reservation',
    summary: 'Let lapse what is left of a reservation when its time is over',
  })
  async lapse(
    @Param() path: ReservationPath,
    @Body() body: AccountPostingDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.accounts.post(request, reply, path, body, {
      type: 'lapse-reservation',
      reservation: path.reservation,
      effectiveOn: effectiveOn(body),
    });
  }

  @AccountCommandRoute({
    path: 'closing',
    cli: 'year-end close',
    command: 'close-year',
    summary: 'Close the year of a project: carry forward, return and lapse as the policy says',
  })
  async close(
    @Param() path: AccountPath,
    @Body() body: AccountPostingDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const closing = this.yearEnds.closing(path, effectiveOn(body));
    await this.accounts.postPrepared(request, reply, body, closing);
  }

  @AccountCommandRoute({
    path: 'reversals',
    cli: 'year-end reverse',
    command: 'reverse-year-end-step',
    summary: 'Take the last step of the year-end back',
  })
  async reverse(
    @Param() path: AccountPath,
    @Body() body: ReverseStepDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { step, reason } = body;
    const reversal = this.yearEnds.reversal(path, { step, reason, effectiveOn: effectiveOn(body) });
    await this.accounts.postPrepared(request, reply, body, reversal);
  }
}
