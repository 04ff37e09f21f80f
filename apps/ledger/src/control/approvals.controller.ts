import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { approval, type ApprovalState } from '#control';
import { parseCivilDate, streams } from '#kernel';
import { read } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { refuse } from '../http/refusals.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { PostingDto, ReasonedPostingDto } from '../posting/posting.dto.ts';
import { ApprovalPath, ApprovalsQueryDto, KnownStateQueryDto } from './control.dto.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { KnownStates, told } from './known-states.ts';
import { StateRoute } from './state-route.ts';
import { Submissions } from './submissions.ts';

/** Documents that wait for other eyes. */
@ApiTags('Control')
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly states: KnownStates,
    private readonly moments: KnownAtResolver,
  ) {}

  @CommandRoute({
    path: ':number/approvals',
    cli: 'approval give',
    posts: 'approval/approve-document',
    summary: 'Approve a waiting document; the last approval records it',
  })
  async approve(
    @Param() { number }: ApprovalPath,
    @Body() body: PostingDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.submissions.approve(request, reply, number, parseCivilDate(body.effectiveOn));
  }

  @CommandRoute({
    path: ':number/refusals',
    cli: 'approval refuse',
    posts: 'approval/refuse-document',
    summary: 'Refuse a waiting document',
  })
  async refuse(
    @Param() { number }: ApprovalPath,
    @Body() body: ReasonedPostingDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.submissions.refuse(request, reply, number, body.reason, parseCivilDate(body.effectiveOn));
  }

  @CommandRoute({
    path: ':number/withdrawals',
    cli: 'approval withdraw',
    posts: 'approval/withdraw-document',
    summary: 'Take a waiting document of your own back',
  })
  async withdraw(
    @Param() { number }: ApprovalPath,
    @Body() body: PostingDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.submissions.withdraw(request, reply, number, parseCivilDate(body.effectiveOn));
  }

  @StateRoute({
    path: '',
    id: 'listApprovals',
    summary: 'Documents that wait for approval, or have waited, now or as known at a moment',
  })
  async list(@Query() query: ApprovalsQueryDto, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const { status = 'waiting', after = '', effectiveTo } = query;
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const { position } = knownAt;
    const asked = { organisation, status, after, limit: 200, knownAt: position, effectiveTo };
    const rows = this.ledger.tables.approvals.list(asked);
    void reply.send({
      schema: 'obligo.approvals/1',
      organisation,
      knownAt: told(knownAt),
      effectiveTo,
      rows,
      ...(rows.length === 200 ? { next: rows.at(-1)?.number } : {}),
    });
  }

  @StateRoute({
    path: ':number',
    id: 'showApproval',
    summary: 'A waiting document with what it would record, now or as known at a moment',
  })
  async show(
    @Param() { number }: ApprovalPath,
    @Query() query: KnownStateQueryDto,
    @Res() reply: FastifyReply,
  ) {
    const organisation = await this.organisations.known(query.organisation);
    const { state, ...asked } = await this.states.of<ApprovalState>(
      read(approval, streams.approval(organisation, number)),
      organisation,
      query,
    );
    if (state.status === 'unknown') {
      throw refuse('approval-unknown', `No document ${number} was submitted for approval.`, { number });
    }
    void reply.send({ schema: 'obligo.approval/1', organisation, ...asked, ...state });
  }
}
