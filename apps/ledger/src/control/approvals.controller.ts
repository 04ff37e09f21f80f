import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { approval, type ApprovalState } from '#control';
import { parseCivilDate, streams } from '#kernel';
import { read } from '#posting';
import { identityOf } from '../access/identity.ts';
import { Organisations } from '../http/organisations.ts';
import { refuse } from '../http/refusals.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { PostingDto, ReasonedPostingDto } from '../posting/posting.dto.ts';
import { ApprovalLists } from './approval-lists.ts';
import { approvalAnswer, approvalsAnswer } from './approvals.answers.ts';
import { ApprovalPath, ApprovalsQueryDto, KnownStateQueryDto } from './control.dto.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { knownAtJson } from '../reports/answer.ts';
import { KnownStates } from './known-states.ts';
import { StateRoute } from './state-route.ts';
import { Submissions } from './submissions.ts';
import { WaitingDecisions } from './waiting-decisions.ts';

/** Documents that wait for other eyes. */
@ApiTags('Control')
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly lists: ApprovalLists,
    private readonly decisions: WaitingDecisions,
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
    answer: approvalsAnswer,
  })
  async list(@Query() query: ApprovalsQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.known(query.organisation);
    const { effectiveTo } = query;
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const asker = identityOf(request).name;
    const page = await this.lists.page({ organisation, knownAt, query, asker });
    void reply.send({
      schema: 'obligo.approvals/1',
      organisation,
      knownAt: knownAtJson(knownAt),
      effectiveTo,
      ...page,
    });
  }

  @StateRoute({
    path: ':number',
    id: 'showApproval',
    summary: 'A waiting document with what it would record, now or as known at a moment',
    answer: approvalAnswer,
  })
  async show(
    @Param() { number }: ApprovalPath,
    @Query() query: KnownStateQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const organisation = await this.organisations.known(query.organisation);
    const knownAt = await this.moments.resolve(organisation, query.knownAt);
    const { effectiveTo } = query;
    const what = read(approval, streams.approval(organisation, number));
    const state = await this.states.at<ApprovalState>(what, {
      position: knownAt.position,
      day: effectiveTo,
    });
    if (state.status === 'unknown') {
      throw refuse('approval-unknown', `No document ${number} was submitted for approval.`, { number });
    }
    const isOpen = state.status === 'waiting' && knownAt.asked === 'now' && effectiveTo === undefined;
    void reply.send({
      schema: 'obligo.approval/1',
      organisation,
      knownAt: knownAtJson(knownAt),
      ...(effectiveTo === undefined ? {} : { effectiveTo }),
      ...state,
      steps: this.lists.steps(organisation, number, knownAt, effectiveTo),
      ...(isOpen
        ? {
            decision: await this.decisions.of(organisation, state, identityOf(request).name),
            effect: await this.decisions.effect(organisation, state),
          }
        : {}),
    });
  }
}
