import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { controlPolicy, type ControlPolicyCommand } from '#control';
import { parseBaht, parseCivilDate, streams } from '#kernel';
import { posting } from '#posting';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import type { PostingDto } from '../posting/posting.dto.ts';
import { DelegateDutyDto, DutyDto, GrantDutyDto } from './control.dto.ts';

/** Who may do what takes a duty: checkers, keepers of policy and periods, those who override and restate. */
@ApiTags('Control')
@Controller('control')
export class DutiesController {
  constructor(private readonly poster: Poster) {}

  @CommandRoute({
    path: 'duties',
    cli: 'duty grant',
    posts: 'controlpolicy/grant-duty',
    summary: 'Give somebody a duty',
  })
  async grant(@Body() body: GrantDutyDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { duty, holder, first, last, upTo } = body;
    await this.#post(request, reply, body, {
      type: 'grant-duty',
      duty,
      holder,
      ...(first === undefined ? {} : { first: parseCivilDate(first) }),
      ...(last === undefined ? {} : { last: parseCivilDate(last) }),
      ...(upTo === undefined ? {} : { upTo: parseBaht(upTo) }),
      effectiveOn: parseCivilDate(body.effectiveOn),
    });
  }

  @CommandRoute({
    path: 'duties/withdrawals',
    cli: 'duty withdraw',
    posts: 'controlpolicy/withdraw-duty',
    summary: 'Take a duty from somebody',
  })
  async withdraw(@Body() body: DutyDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { duty, holder } = body;
    await this.#post(request, reply, body, {
      type: 'withdraw-duty',
      duty,
      holder,
      effectiveOn: parseCivilDate(body.effectiveOn),
    });
  }

  @CommandRoute({
    path: 'delegations',
    cli: 'duty delegate',
    posts: 'controlpolicy/delegate-duty',
    summary: 'Lend a duty of your own to another for some days',
  })
  async delegate(@Body() body: DelegateDutyDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { duty, to } = body;
    await this.#post(request, reply, body, {
      type: 'delegate-duty',
      duty,
      to,
      first: parseCivilDate(body.first),
      last: parseCivilDate(body.last),
      effectiveOn: parseCivilDate(body.effectiveOn),
    });
  }

  #post(
    request: FastifyRequest,
    reply: FastifyReply,
    { source }: PostingDto,
    command: ControlPolicyCommand,
  ): Promise<void> {
    return this.poster.post(request, reply, (organisation) =>
      posting(controlPolicy, streams.controlPolicy(organisation), command, { source }),
    );
  }
}
