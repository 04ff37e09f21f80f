import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AccountState, budgetAccount } from '#budget';
import { approval, type ApprovalCommand, type ApprovalState, type Reservation, tierDue } from '#control';
import { type CivilDate, civilDateOf, type Evidence, parseNamePart, streams } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import type { Look, Posting, PostingContext } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { PostingContexts } from '../http/posting-context.ts';
import { PostTogetherCommand } from '../posting/post.command.ts';
import { saidBeside, sendReceipt } from '../posting/poster.ts';
import { together } from '../budget/account-posting.ts';
import { giveBack, handIn, isHeldIn, record, step, type Tried, tryOut } from './waiting-document.ts';

/** Documents that wait for other eyes: handed in instead of recorded, and recorded when the last tier approves. */
@Injectable()
export class Submissions {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: PostingContexts,
    private readonly ledger: EmbeddedLedger,
  ) {}

  /** Hands in what a route would have recorded. What would be refused today is not taken. */
  async submit(
    request: FastifyRequest,
    reply: FastifyReply,
    effectiveOn: CivilDate,
    postingsOf: (organisation: string, look: Look) => readonly Posting[] | Promise<readonly Posting[]>,
  ): Promise<void> {
    const asking = await this.#contextOf(request);
    const { organisation } = asking;
    const number = parseNamePart((request.query as { submit?: unknown }).submit, 'submit');
    const look: Look = (decider, stream) => this.ledger.recorder.stateOf(decider, stream);
    const document = { organisation, number, what: await postingsOf(organisation, look), effectiveOn };
    // What is held for it, and by whom it is to be approved, may change before it is sent again.
    const what = document.what.map(({ stream, command, source }) => ({ stream, command, source }));
    const context = { ...asking, input: { submit: number, effectiveOn, what } };
    const trial = await this.ledger.recorder.postAll(
      tryOut(document),
      { ...context, dryRun: true },
      (outcomes) => outcomes,
    );
    if (trial.replayed) return sendReceipt(reply, trial);
    const tried = (trial.outcome ?? []) as readonly Tried[];
    await this.#send(reply, handIn({ ...document, tried }), context);
  }

  /** Gives the tier that is due; with the last one the document is recorded in the same append. */
  async approve(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string,
    effectiveOn: CivilDate,
  ): Promise<void> {
    await this.#take(request, reply, number, (state, organisation, evidence) => {
      const isLast = state.status === 'waiting' && state.given.length + 1 === state.tiers.length;
      const recorded = isLast ? record(organisation, state, effectiveOn) : [];
      return {
        command: { type: 'approve-document', tier: tierDue(state) ?? '', effectiveOn },
        // What the maker showed when the document was handed in goes with what is recorded of it.
        then: recorded.map((each) => (each.onBehalfOf === undefined ? each : { ...each, evidence })),
      };
    });
  }

  async refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string,
    reason: string,
    effectiveOn: CivilDate,
  ): Promise<void> {
    await this.#take(request, reply, number, (state, organisation) => ({
      command: { type: 'refuse-document', reason, effectiveOn },
      then: giveBack(organisation, state, effectiveOn),
    }));
  }

  async withdraw(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string,
    effectiveOn: CivilDate,
  ): Promise<void> {
    await this.#take(request, reply, number, (state, organisation) => ({
      command: { type: 'withdraw-document', effectiveOn },
      then: giveBack(organisation, state, effectiveOn),
    }));
  }

  /** The day of today, in Bangkok's zone unless an organisation has another; only for a document without a day of its own. */
  today(): CivilDate {
    return civilDateOf(this.ledger.clock(), DEFAULT_SETTINGS.calendar.timeZone);
  }

  /** A waiting document, or one that has waited. */
  async stateOf(organisation: string, number: string): Promise<ApprovalState> {
    const stream = streams.approval(organisation, number);
    return ((await this.ledger.recorder.stateOf(approval, stream)) ?? approval.initial()) as ApprovalState;
  }

  async #take(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string,
    next: (
      state: ApprovalState,
      organisation: string,
      evidence: readonly Evidence[],
    ) => { command: ApprovalCommand; then: Posting[] },
  ): Promise<void> {
    const asking = await this.#contextOf(request);
    const { organisation } = asking;
    const state = await this.#stillHeld(await this.stateOf(organisation, number));
    const { command, then } = next(state, organisation, await this.#evidenceOf(organisation, number));
    // What is recorded with it depends on where the document stands; what was asked does not.
    const { type, effectiveOn } = command;
    const context = { ...asking, input: { document: number, type, effectiveOn } };
    await this.#send(reply, [step(context.organisation, number, command), ...then], context);
  }

  /** The document with what is held for it now: the close of a year, or a release by hand, has given the rest back. */
  async #stillHeld(state: ApprovalState): Promise<ApprovalState> {
    const reserved: Reservation[] = [];
    for (const each of state.reserved ?? []) {
      const account = await this.ledger.recorder.stateOf(budgetAccount, each.stream);
      if (isHeldIn(account as AccountState | undefined, state.number, each)) reserved.push(each);
    }
    return { ...state, reserved };
  }

  /** What the maker showed when the document was handed in. */
  async #evidenceOf(organisation: string, number: string): Promise<readonly Evidence[]> {
    const stream = streams.approval(organisation, number);
    for await (const { metadata } of this.ledger.store.readStream(stream, { limit: 1 })) {
      return metadata.evidence ?? [];
    }
    return [];
  }

  async #contextOf(request: FastifyRequest): Promise<PostingContext> {
    return { ...(await this.contexts.of(request)), ...saidBeside(request) };
  }

  async #send(reply: FastifyReply, postings: readonly Posting[], context: PostingContext): Promise<void> {
    sendReceipt(reply, await this.commands.execute(new PostTogetherCommand(postings, context, together)));
  }
}
