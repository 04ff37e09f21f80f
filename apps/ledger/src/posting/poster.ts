import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Posting, PostingContext, Prepared, Receipt } from '#posting';
import { PostingContexts } from '../http/posting-context.ts';
import { PostCommand, PostPreparedCommand, PostTogetherCommand } from './post.command.ts';

/** Sends the posting of a route to the log and its receipt to the caller. */
@Injectable()
export class Poster {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: PostingContexts,
  ) {}

  async post(
    request: FastifyRequest,
    reply: FastifyReply,
    postingOf: (organisation: string) => Posting | Promise<Posting>,
    { mayRegister = false }: { readonly mayRegister?: boolean } = {},
  ): Promise<void> {
    const context = {
      ...(await this.contexts.of(request, mayRegister ? 'toRegister' : 'posting')),
      ...saidBeside(request),
    };
    const posting = await postingOf(context.organisation);
    const receipt = await this.commands.execute(new PostCommand(posting, context));
    sendReceipt(reply, receipt);
  }

  /** Several accounts at once: all are recorded, or none. */
  async postTogether(
    request: FastifyRequest,
    reply: FastifyReply,
    postingsOf: (organisation: string) => readonly Posting[] | Promise<readonly Posting[]>,
    outcomeOf?: (outcomes: readonly unknown[]) => unknown,
  ): Promise<void> {
    const context = { ...(await this.contexts.of(request)), ...saidBeside(request) };
    const postings = await postingsOf(context.organisation);
    sendReceipt(reply, await this.commands.execute(new PostTogetherCommand(postings, context, outcomeOf)));
  }

  /** The same of what is made for the states of the accounts. */
  async postPrepared(
    request: FastifyRequest,
    reply: FastifyReply,
    preparedOf: (organisation: string) => Prepared,
    outcomeOf?: (outcomes: readonly unknown[]) => unknown,
  ): Promise<void> {
    const context = { ...(await this.contexts.of(request)), ...saidBeside(request) };
    const prepared = preparedOf(context.organisation);
    sendReceipt(reply, await this.commands.execute(new PostPreparedCommand(prepared, context, outcomeOf)));
  }
}

/** A body as it was sent: null is as absent. */
type Nullable<Said> = { readonly [Field in keyof Said]: Said[Field] | null };

/** What a body says beside its facts: why, and the files that it rests on, as plain values. */
export function saidBeside({ body }: FastifyRequest): Pick<PostingContext, 'reason' | 'evidence'> {
  const { reason, evidence } = (body ?? {}) as Nullable<Pick<PostingContext, 'reason' | 'evidence'>>;
  return {
    reason: reason ?? undefined,
    ...(evidence ? { evidence: evidence.map((each) => ({ ...each })) } : {}),
  };
}

/** 201 when something was recorded now; 200 for a dry run and for the answer of an earlier recording. */
export function sendReceipt(reply: FastifyReply, receipt: Receipt): void {
  if (receipt.position !== undefined) void reply.header('obligo-position', receipt.position);
  if (receipt.replayed) void reply.header('idempotency-replayed', 'true');
  const recordedNow = !receipt.dryRun && !receipt.replayed;
  void reply
    .status(recordedNow ? 201 : 200)
    .send({ schema: 'obligo.receipt/1', ...receipt, ...receiptLink(receipt) });
}

/** Where proof that it is in the log can be fetched, as soon as it is sealed. */
export const receiptLink = ({
  position,
  organisation,
}: Pick<Receipt, 'position' | 'organisation'>): { readonly receiptUrl?: string } =>
  position === undefined
    ? {}
    : { receiptUrl: `/api/v1/receipts/${position}?organisation=${encodeURIComponent(organisation)}` };
