import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Posting, PostingContext, Prepared, Receipt } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';

/** Records one decision of one stream: the only way from a route to the log. */
export class PostCommand extends Command<Receipt> {
  constructor(
    readonly posting: Posting,
    readonly context: PostingContext,
  ) {
    super();
  }
}

/** Records decisions of several streams, all or none. */
export class PostTogetherCommand extends Command<Receipt> {
  constructor(
    readonly postings: readonly Posting[],
    readonly context: PostingContext,
    /** Makes one outcome of those of the postings. */
    readonly outcomeOf?: (outcomes: readonly unknown[]) => unknown,
  ) {
    super();
  }
}

/** Records decisions that are made for what is recorded, all or none. */
export class PostPreparedCommand extends Command<Receipt> {
  constructor(
    readonly prepared: Prepared,
    readonly context: PostingContext,
    /** Makes one outcome of those of the postings. */
    readonly outcomeOf?: (outcomes: readonly unknown[]) => unknown,
  ) {
    super();
  }
}

@CommandHandler(PostCommand)
export class PostHandler implements ICommandHandler<PostCommand> {
  constructor(private readonly ledger: EmbeddedLedger) {}

  execute({ posting, context }: PostCommand): Promise<Receipt> {
    return this.ledger.recorder.post(posting, context);
  }
}

@CommandHandler(PostTogetherCommand)
export class PostTogetherHandler implements ICommandHandler<PostTogetherCommand> {
  constructor(private readonly ledger: EmbeddedLedger) {}

  execute({ postings, context, outcomeOf }: PostTogetherCommand): Promise<Receipt> {
    return this.ledger.recorder.postAll(postings, context, outcomeOf);
  }
}

@CommandHandler(PostPreparedCommand)
export class PostPreparedHandler implements ICommandHandler<PostPreparedCommand> {
  constructor(private readonly ledger: EmbeddedLedger) {}

  execute({ prepared, context, outcomeOf }: PostPreparedCommand): Promise<Receipt> {
    return this.ledger.recorder.postPrepared(prepared, context, outcomeOf);
  }
}
